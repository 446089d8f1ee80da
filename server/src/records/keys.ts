import type { Logged } from '@haven/shared/crypto/key-log';
import type { PublicKey, StaffId } from '@haven/shared/ids';
import type { WithdrawalReason } from '@haven/shared/protocol/keys';
import { asc, gt, inArray, max, sql } from 'drizzle-orm';
import type { KeyRecords } from '../trust/key-records';
import type { Records } from './open-records';
import { announceChange } from './changes';
import { enrolmentRequests, keyLog, keyRoots } from './schema/keys';

/** The organisation's public keys and what was signed with the others, in its records. */
export function keyRecords({ db, onChange }: Pick<Records, 'db' | 'onChange'>): KeyRecords {
  return {
    logAfter: async (size) => {
      const rows = await db
        .select()
        .from(keyLog)
        .where(gt(keyLog.position, size))
        .orderBy(asc(keyLog.position));
      return rows.map(({ kind, signed, reason }) => ({
        kind: kind as Logged,
        signed,
        reason: reason as WithdrawalReason | null,
      }));
    },
    append: (size, rows) =>
      db.transaction(async (transaction) => {
        // Two that read the same end must not both write after it.
        await transaction.execute(sql`lock table ${keyLog} in share row exclusive mode`);
        const [last] = await transaction.select({ position: max(keyLog.position) }).from(keyLog);
        if ((last?.position ?? 0) !== size) return false;
        await transaction.insert(keyLog).values(
          rows.map(({ kind, signed, reason }, index) => ({
            position: size + index + 1,
            kind,
            signed,
            reason: reason ?? null,
          })),
        );
        await announceChange(transaction, 'keys');
        return true;
      }),
    roots: async () => {
      const rows = await db.select().from(keyRoots).orderBy(asc(keyRoots.position));
      return rows.map(({ publicKey, inUse }) => ({ publicKey: publicKey as PublicKey, inUse }));
    },
    putRoot: ({ publicKey, inUse }) =>
      db.transaction(async (transaction) => {
        await transaction
          .insert(keyRoots)
          .values({ publicKey, inUse })
          .onConflictDoUpdate({ target: keyRoots.publicKey, set: { inUse } });
        await announceChange(transaction, 'keys');
      }),
    requests: async () => {
      const rows = await db.select().from(enrolmentRequests).orderBy(asc(enrolmentRequests.staffId));
      return rows.map(({ device, staffId, request }) => ({
        device: device as PublicKey,
        staffId: staffId as StaffId,
        request,
      }));
    },
    putRequest: ({ device, staffId, request }) =>
      db.transaction(async (transaction) => {
        await transaction
          .insert(enrolmentRequests)
          .values({ device, staffId, request })
          .onConflictDoUpdate({ target: enrolmentRequests.device, set: { staffId, request } });
        await announceChange(transaction, 'keys');
      }),
    dropRequests: (devices) =>
      db.transaction(async (transaction) => {
        await transaction.delete(enrolmentRequests).where(inArray(enrolmentRequests.device, [...devices]));
        await announceChange(transaction, 'keys');
      }),
    onChange: (callback) => void onChange('keys', callback),
  };
}
