import { boardLeave } from './board-leave';
import { boardSetThresholds } from './board-set-thresholds';
import { boardWatch } from './board-watch';

export const BOARD_HANDLERS = {
  'board:watch': boardWatch,
  'board:set-thresholds': boardSetThresholds,
  'board:leave': boardLeave,
} as const;
