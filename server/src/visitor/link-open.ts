import { err, ok } from '@haven/shared/result';
import { linksOf } from '../relay/links';
import { isOfChat, readPrefix } from '../relay/prefix';
import type { VisitorHandler } from './connection';

export const linkOpen: VisitorHandler<'link:open'> = async (edge, connection, { staffId, seat, frame }) => {
  const { chat, socket } = connection;
  if (chat === null) return err('not-entered');
  const prefix = readPrefix(frame);
  if (prefix === undefined || !prefix.hello) return err('malformed');
  if (!isOfChat(frame, chat)) return err('not-yours');
  const { epoch } = prefix;
  // The answer may come at once.
  const watching = await edge.participants.addVisitor(chat, socket);
  if (!watching.ok) return watching;
  const outcome = await edge.decide({ kind: 'link-open', chat, staffId, seat, epoch });
  if (!outcome.ok) return outcome;
  if (outcome.value.chat === null) return err('unavailable');
  const opened = await edge.frames.openLink(linksOf(outcome.value.chat.record), { epoch, seat, frame });
  return opened.ok ? ok({ seq: opened.value }) : opened;
};
