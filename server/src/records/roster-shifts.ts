import type { StaffId } from '@haven/shared/ids';
import type { Shift } from '@haven/shared/roster/roster';
import type { Instant } from '@haven/shared/units';
import { and, asc, desc, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import type { Db } from './database';
import { rosterPublications, rosterShifts } from './schema/roster';

export type ShiftState = 'draft' | 'published';

type Window = {
  readonly from?: Instant;
  readonly until?: Instant;
  readonly staff?: readonly StaffId[];
  readonly ids?: readonly string[];
};

/** Shifts that touch the window, in the order of a roster. */
export async function readShifts(db: Db, state: ShiftState, window: Window = {}): Promise<readonly Shift[]> {
  const { from, until, staff, ids } = window;
  const rows = await db
    .select()
    .from(rosterShifts)
    .where(
      and(
        eq(rosterShifts.state, state),
        from === undefined ? undefined : gt(rosterShifts.ends, new Date(from)),
        until === undefined ? undefined : lt(rosterShifts.begins, new Date(until)),
        staff === undefined ? undefined : inArray(rosterShifts.staffId, [...staff]),
        ids === undefined ? undefined : inArray(rosterShifts.id, [...ids]),
      ),
    )
    .orderBy(asc(rosterShifts.begins), asc(rosterShifts.ends), asc(sql`${rosterShifts.id} collate "C"`));
  return rows.map(shiftOf);
}

const shiftOf = ({ state: _, begins, ends, ...rest }: typeof rosterShifts.$inferSelect): Shift => ({
  ...rest,
  from: begins.getTime(),
  until: ends.getTime(),
});

/** Until the end of the transaction nobody else changes a shift. Whoever locks the publications too does so before. */
export async function lockShifts(db: Db): Promise<void> {
  await db.execute(sql`lock table ${rosterShifts} in share row exclusive mode`);
}

/** Rows in one statement: a statement holds 65,535 values at most. */
const ROWS = 1_000;

/** Takes some away and puts some there, known ones anew. First away: two people may exchange the same hours. */
export async function writeShifts(
  db: Db,
  state: ShiftState,
  { save, remove }: { readonly save: readonly Shift[]; readonly remove: readonly string[] },
): Promise<void> {
  const gone = [...remove, ...save.map(({ id }) => id)];
  for (let at = 0; at < gone.length; at += ROWS) {
    await db
      .delete(rosterShifts)
      .where(and(eq(rosterShifts.state, state), inArray(rosterShifts.id, gone.slice(at, at + ROWS))));
  }
  for (let at = 0; at < save.length; at += ROWS) {
    await db.insert(rosterShifts).values(
      save.slice(at, at + ROWS).map(({ from, until, regions, ...rest }) => ({
        ...rest,
        state,
        regions: [...regions],
        begins: new Date(from),
        ends: new Date(until),
      })),
    );
  }
}

/** Until the end of the transaction nobody else publishes. */
export async function lockPublications(db: Db): Promise<void> {
  await db.execute(sql`lock table ${rosterPublications} in share row exclusive mode`);
}

/** The draft becomes what is published. Gives the version. */
export async function publishDraft(db: Db, by: StaffId | null, now: Instant): Promise<number> {
  await lockPublications(db);
  await db.delete(rosterShifts).where(eq(rosterShifts.state, 'published'));
  await db.execute(sql`
    insert into ${rosterShifts} (state, id, staff_id, begins, ends, regions, general, kind)
    select 'published', id, staff_id, begins, ends, regions, general, kind
    from ${rosterShifts} where state = 'draft'`);
  return nextVersion(db, by, now);
}

/** What is published has changed. */
export async function nextVersion(db: Db, by: StaffId | null, now: Instant): Promise<number> {
  const [row] = await db
    .insert(rosterPublications)
    .values({ publishedAt: new Date(now), publishedBy: by })
    .returning({ version: rosterPublications.version });
  if (row === undefined) throw new Error('A publication has no version.');
  return row.version;
}

export type PublicationRow = { readonly version: number; readonly publishedAt: Instant };

/** Null before the first one. */
export async function lastPublication(db: Db): Promise<PublicationRow | null> {
  const [row] = await db.select().from(rosterPublications).orderBy(desc(rosterPublications.version)).limit(1);
  return row === undefined ? null : { version: row.version, publishedAt: row.publishedAt.getTime() };
}
