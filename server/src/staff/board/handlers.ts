import { boardLeave } from './board-leave';
import { boardWatch } from './board-watch';

export const BOARD_HANDLERS = { 'board:watch': boardWatch, 'board:leave': boardLeave } as const;
