import { err } from '@haven/shared/result';
import type { VisitorHandler } from './connection';

export const framesSince: VisitorHandler<'frames:since'> = async ({ frames }, { chat }, { seen }) =>
  chat === null ? err('not-entered') : frames.replay(chat, 'visitor', seen);
