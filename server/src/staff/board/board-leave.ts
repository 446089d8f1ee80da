import { ok } from '@haven/shared/result';
import type { StaffHandler } from '../connection';

export const boardLeave: StaffHandler<'board:leave'> = async ({ board }, { id }) => {
  board.leave(id);
  return ok({});
};
