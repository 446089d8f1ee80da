import { err, ok } from '@haven/shared/result';
import { isOfChat, readPrefix } from '../relay/prefix';
import type { VisitorHandler } from './connection';

export const frame: VisitorHandler<'frame'> = ({ frames }, { chat }, payload) => {
  if (chat === null) return Promise.resolve(err('not-entered'));
  const prefix = readPrefix(payload.frame);
  if (prefix === undefined || prefix.sender !== 'visitor') return Promise.resolve(err('malformed'));
  if (!isOfChat(payload.frame, chat)) return Promise.resolve(err('not-yours'));
  return frames
    .append(chat, prefix.epoch, 'visitor', payload.frame)
    .then((stored) => (stored.ok ? ok({ seq: stored.value }) : stored));
};
