import { blockLift } from './block-lift';
import { blockList } from './block-list';
import { blockSet } from './block-set';

export const BLOCK_HANDLERS = {
  'block:set': blockSet,
  'block:list': blockList,
  'block:lift': blockLift,
} as const;
