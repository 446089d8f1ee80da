import type { ErrorCode } from '@haven/shared/protocol/errors';
import { may } from '@haven/shared/protocol/permissions';
import { err, ok, type Result } from '@haven/shared/result';
import { CONSOLES, roomOf } from '../announce/announcer';
import { withKeys } from '../trust/with-keys';
import { leaveSeat, type StaffConnection, type StaffEdge, type StaffHandler } from './connection';
import { lookAtDesk } from './desk-state';
import { tellCertificate } from './follow-certificates';

export const deskEnter: StaffHandler<'desk:enter'> = async (edge, connection, payload) => {
  if (edge.isLeaving()) return err('leaving');
  const registered = await registerAgain(edge, connection, payload.capabilities);
  if (!registered.ok) return registered;
  const { profile, session, id, socket } = connection;
  const { staffId } = profile;
  if (connection.seat !== null && connection.seat !== payload.seat) {
    await edge.decide({ kind: 'seat-left', staffId, connection: id, seat: connection.seat });
    leaveSeat(edge, connection);
  }
  const { seat, capacity } = payload;
  // Whoever gets no chats is away, whatever she was in a former role: nothing rings at her.
  const takesChats = may(profile.role, 'chat:claim');
  const presence = takesChats ? payload.presence : 'away';
  const certifiedUntil = edge.trust.certifiedUntil(profile, session.device);
  const entered = await edge.decide(
    { kind: 'staff-enter', staffId, connection: id, profile, seat, presence, capacity, certifiedUntil },
    () => {
      connection.seat = seat;
      connection.certifiedUntil = certifiedUntil;
      edge.participants.setSeat(seat, socket);
      return socket.join(takesChats ? [CONSOLES, roomOf(staffId)] : roomOf(staffId));
    },
  );
  if (!entered.ok) return entered;
  // Something may have been signed, or taken back, since the desk was told.
  await tellCertificate(edge, connection);
  const state = await lookAtDesk(edge, connection);
  if (!state.ok) return state;
  socket.emit('revocations', { lists: [...edge.trust.ledger.signedLists] });
  const { organisation, retired } = edge.directory.current();
  const told = { ...withKeys(organisation, edge.trust), retired };
  return ok({ state: state.value, organisation: told });
};

/**
 * Chats that the live state has lost are there again. A capability that has run out, or whose secret is gone, is passed
 * over: nobody is kept from the desk by an old one.
 */
async function registerAgain(
  { capabilities, decide }: StaffEdge,
  { profile: { staffId } }: StaffConnection,
  tokens: readonly string[],
): Promise<Result<null, ErrorCode>> {
  for (const token of tokens) {
    const opened = await capabilities.open(token);
    if (!opened.ok) continue;
    const { bearer, snapshot, issuedAt } = opened.value;
    if (bearer !== staffId) return err('not-yours');
    const { chat } = snapshot;
    const outcome = await decide({ kind: 'register-again', chat, snapshot, issuedAt, presentedBy: staffId });
    if (!outcome.ok && outcome.error === 'unavailable') return outcome;
  }
  return ok(null);
}
