import { ok } from '@haven/shared/result';
import { hasAccount } from '../../records/organisation-accounts';
import { passkeysOf } from '../../records/passkeys';
import { sessionsOf } from '../../records/sessions';
import type { StaffHandler } from '../connection';

export const accountLook: StaffHandler<'account:look'> = async (edge, { profile, session }) => {
  const { db } = edge.records;
  const { staffId } = profile;
  const now = edge.now();
  const passkeys = await passkeysOf(db, staffId);
  const sessions = await sessionsOf(db, staffId, now);
  return ok({
    passkeys: passkeys.map(({ id, name, createdAt, usedAt, synchronised }) => ({
      id,
      name,
      createdAt,
      usedAt,
      synchronised,
    })),
    organisationAccount: await hasAccount(db, staffId),
    sessions: sessions.map(({ id, way, startedAt, seenAt }) => ({
      id,
      way,
      startedAt,
      seenAt,
      own: id === session.id,
    })),
    now,
  });
};
