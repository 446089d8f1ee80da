import type { StaffHandler } from '../connection';

export const boardWatch: StaffHandler<'board:watch'> = ({ board }, { id, socket }) =>
  board.watch(id, (change) => socket.emit('board:changed', change));
