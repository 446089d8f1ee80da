import type { ErrorCode } from '@haven/shared/protocol/errors';
import { err, ok, type Result } from '@haven/shared/result';
import type { Outcome } from '../live/desk-store';
import type { Capability } from '../tokens/capability';
import {
  bind,
  tellRevocations,
  type VisitorConnection,
  type VisitorEdge,
  type VisitorHandler,
} from './connection';

export const chatResume: VisitorHandler<'chat:resume'> = async (edge, connection, { capability, seen }) => {
  if (edge.isLeaving()) return err('leaving');
  const opened = await edge.capabilities.open(capability);
  if (!opened.ok) return opened;
  if (opened.value.bearer !== 'visitor') return err('bad-capability');
  const { chat } = opened.value.snapshot;
  if (connection.chat !== null && connection.chat !== chat) return err('not-yours');
  const outcome = await connect(edge, connection, opened.value);
  if (!outcome.ok) return outcome;
  const sight = outcome.value.chat;
  if (sight === null) return err('unavailable');
  tellRevocations(edge, connection.socket);
  if (sight.record.epoch > 0) {
    const watching = await edge.participants.addVisitor(chat, connection.socket);
    if (!watching.ok) return watching;
  }
  const replay = await edge.frames.replay(chat, 'visitor', seen);
  return replay.ok ? ok({ ...edge.capabilities.forVisitor(sight), replay: replay.value }) : replay;
};

/**
 * A chat that the live state has lost is registered again first, and one that staff registered from an older state is
 * corrected: a former counsellor may have been quicker.
 */
async function connect(
  edge: VisitorEdge,
  connection: VisitorConnection,
  { snapshot, issuedAt }: Capability,
): Promise<Result<Outcome, ErrorCode>> {
  const { chat } = snapshot;
  const presentedBy = 'visitor';
  const known = await edge.decide({ kind: 'register-again', chat, snapshot, issuedAt, presentedBy });
  if (!known.ok) return known;
  return edge.decide({ kind: 'visitor-connected', chat, connection: connection.id }, () =>
    bind(connection, chat),
  );
}
