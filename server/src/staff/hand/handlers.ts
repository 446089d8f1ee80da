import { handIntake } from './hand-intake';
import { handMove } from './hand-move';
import { handOverflow } from './hand-overflow';
import { handTakeOff } from './hand-take-off';

export const HAND_HANDLERS = {
  'hand:overflow': handOverflow,
  'hand:intake': handIntake,
  'hand:move': handMove,
  'hand:take-off': handTakeOff,
} as const;
