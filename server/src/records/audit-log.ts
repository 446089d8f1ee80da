import type { StaffId } from '@haven/shared/ids';
import { AUDIT_PAGE, type AuditAct, type AuditEntry, type AuditHead } from '@haven/shared/protocol/audit';
import { and, asc, desc, eq, getTableColumns, gt, isNotNull, lt, sql } from 'drizzle-orm';
import { type ChainFault, faultOf, hashOf, NOTHING } from '../audit/chain';
import type { Db } from './database';
import { auditLog } from './schema/audit-log';

/** Any number that no other lock has. */
const LOCK = 4_863_211_906;

/**
 * Writes down an act, for good. In a transaction it is the last thing to do: until the commit, nobody else on any node
 * can write another entry.
 */
export async function appendAudit(db: Db, act: Omit<AuditEntry, 'number'>): Promise<void> {
  await db.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${LOCK}::bigint)`);
    const before = (await auditHead(transaction)) ?? NOTHING;
    const entry = { ...act, number: before.number + 1 };
    await transaction.insert(auditLog).values({ ...entry, hash: hashOf(before.hash, entry) });
  });
}

/** The last entry; null when there is none. */
export async function auditHead(db: Db): Promise<AuditHead | null> {
  const [last] = await db
    .select({ number: auditLog.number, hash: auditLog.hash })
    .from(auditLog)
    .orderBy(desc(auditLog.number))
    .limit(1);
  return last ?? null;
}

type Filter = { readonly before: number | null; readonly by: StaffId | null; readonly act: AuditAct | null };

/** A page of it, the newest first. */
export async function listAudit(
  db: Db,
  { before, by, act }: Filter,
): Promise<{ readonly entries: AuditEntry[]; readonly more: boolean }> {
  const { hash: _, ...shown } = getTableColumns(auditLog);
  const rows = await db
    .select(shown)
    .from(auditLog)
    .where(
      and(
        before === null ? undefined : lt(auditLog.number, before),
        by === null ? undefined : eq(auditLog.by, by),
        act === null ? undefined : eq(auditLog.act, act),
      ),
    )
    .orderBy(desc(auditLog.number))
    .limit(AUDIT_PAGE + 1);
  return { entries: rows.slice(0, AUDIT_PAGE), more: rows.length > AUDIT_PAGE };
}

/** Everybody who did something that is written down. */
export async function auditPeople(db: Db): Promise<StaffId[]> {
  const rows = await db
    .selectDistinct({ by: auditLog.by })
    .from(auditLog)
    .where(isNotNull(auditLog.by))
    .orderBy(asc(auditLog.by));
  return rows.flatMap(({ by }) => (by === null ? [] : [by]));
}

export type Verdict = {
  /** The last entry that is right, and its hash. */
  readonly head: AuditHead;
  readonly fault: ChainFault | null;
};

const AT_ONCE = 1_000;

/**
 * Reads the whole log. That its end was not cut off shows only in a head that somebody noted before: `noted` must be
 * in it.
 */
export async function verifyAudit(db: Db, noted: AuditHead | null): Promise<Verdict> {
  let head = NOTHING;
  for (;;) {
    const rows = await db
      .select()
      .from(auditLog)
      .where(gt(auditLog.number, head.number))
      .orderBy(asc(auditLog.number))
      .limit(AT_ONCE);
    for (const entry of rows) {
      const fault = faultOf(head, entry);
      if (fault !== null) return { head, fault };
      if (noted?.number === entry.number && noted.hash !== entry.hash) {
        return { head, fault: { number: entry.number, fault: 'changed' } };
      }
      head = { number: entry.number, hash: entry.hash };
    }
    if (rows.length < AT_ONCE) break;
  }
  const isCut = noted !== null && noted.number > head.number;
  return { head, fault: isCut ? { number: head.number + 1, fault: 'missing' } : null };
}
