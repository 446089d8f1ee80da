import type { ErrorCode } from '@haven/shared/protocol/errors';
import { colleagueRequests } from '@haven/shared/protocol/colleague';
import { may } from '@haven/shared/protocol/permissions';
import { err, ok } from '@haven/shared/result';
import { checkFramePayload } from '../relay/wire-frame';
import type { StaffHandler } from './connection';

/** A frame that is too large has the name that it has in a chat. */
export const checkColleaguePayload = (payload: unknown): ErrorCode | null =>
  checkFramePayload(payload) ??
  (colleagueRequests['colleague:send'].payload.safeParse(payload).success ? null : 'malformed');

/**
 * Hands one frame to a tab of a colleague, on whichever node it is connected. Nothing of it is kept: who is not there
 * does not get it, and the sender is told.
 */
export const colleagueSend: StaffHandler<'colleague:send'> = async (
  edge,
  connection,
  { to, seat, frame },
) => {
  const { profile, socket, seat: mine } = connection;
  if (mine === null) return err('not-entered');
  const found = await edge.store.staff(to);
  if (!found.ok) return err(found.error === 'unknown-seat' ? 'unknown-member' : found.error);
  const { role, seats } = found.value;
  // The tab that was opened last stands last.
  const there = seat === null ? seats.at(-1) : seats.find((each) => each.seat === seat);
  if (there === undefined || to === profile.staffId || !may(role, 'colleague:send'))
    return err('unknown-member');
  socket.to(there.connection).emit('colleague:frame', { from: profile.staffId, seat: mine, frame });
  return ok({});
};
