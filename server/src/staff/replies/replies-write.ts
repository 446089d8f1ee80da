import { randomUUID } from 'node:crypto';
import type { ReplyChange, ReplyShelf } from '@haven/shared/protocol/canned-replies';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { ReplyOf, StaffRequests } from '@haven/shared/protocol/event-maps';
import { LIMITS } from '@haven/shared/protocol/limits';
import { err, ok, type Result } from '@haven/shared/result';
import { writeReplies } from '../../records/canned-replies';
import type { StaffConnection, StaffEdge, StaffHandler } from '../connection';

type Payload = {
  readonly changes: readonly ReplyChange[];
  readonly before: number;
  readonly more: boolean;
};

export const repliesWriteOwn: StaffHandler<'replies:write-own'> = (edge, connection, payload) =>
  write(edge, connection, { kind: 'own' }, payload);

export const repliesWrite: StaffHandler<'replies:write'> = async (edge, connection, payload) => {
  const { shelf } = payload;
  const { desks } = edge.directory.current().organisation;
  if (shelf.kind === 'desk' && !desks.some(({ id }) => id === shelf.desk)) return err('unknown-desk');
  return write(edge, connection, shelf, payload);
};

async function write(
  { records, now }: StaffEdge,
  connection: StaffConnection,
  shelf: ReplyShelf,
  { changes, before, more }: Payload,
): Promise<Result<ReplyOf<StaffRequests, 'replies:write'>, ErrorCode>> {
  const came = before === 0 ? [] : connection.repliesToCome;
  connection.repliesToCome = [];
  // The connection that the first ones came on is gone: they are sent anew, from what is there now.
  if (came.length !== before) return err('outdated');
  const all = [...came, ...changes];
  if (all.length > LIMITS.repliesOnShelf) return err('too-many-replies');
  if (more) {
    connection.repliesToCome = all;
    return ok({ replies: [] });
  }
  const keeper = { by: connection.profile.staffId, shelf, at: now() };
  const written = await writeReplies(records.db, keeper, all, randomUUID);
  return written.ok ? ok({ replies: written.value }) : written;
}
