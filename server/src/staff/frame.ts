import { err, ok } from '@haven/shared/result';
import { chatOf, readPrefix } from '../relay/prefix';
import type { StaffHandler } from './connection';

/** Whose link it is, the store checks: a seat writes into links that were opened to it. */
export const frame: StaffHandler<'frame'> = ({ frames }, { seat }, payload) => {
  if (seat === null) return Promise.resolve(err('not-entered'));
  const prefix = readPrefix(payload.frame);
  if (prefix === undefined || prefix.sender !== 'staff') return Promise.resolve(err('malformed'));
  return frames
    .append(chatOf(payload.frame), prefix.epoch, seat, payload.frame)
    .then((stored) => (stored.ok ? ok({ seq: stored.value }) : stored));
};
