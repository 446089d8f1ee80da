import type { DeskId, StaffId } from '@haven/shared/ids';
import type { CannedReply, ReplyChange, ReplyShelf } from '@haven/shared/protocol/canned-replies';
import { ok, type Result } from '@haven/shared/result';
import type { Instant } from '@haven/shared/units';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { changeReplies, type ReplyFault } from '../organisation/change-replies';
import { appendAudit } from './audit-log';
import { announceChange } from './changes';
import type { Db } from './database';
import { cannedReplies } from './schema/canned-replies';

/** Any number that no other lock has: what is on a shelf is looked at and changed by one at a time. */
const LOCK = 4_863_211_907;

/** Who does it, to which shelf; an own shelf is the one of who does it. */
export type ReplyKeeper = { readonly by: StaffId; readonly shelf: ReplyShelf; readonly at: Instant };

export type StoredReply = CannedReply & { readonly owner: StaffId | null };

/** Those of everybody. */
export async function readReplies(db: Db): Promise<StoredReply[]> {
  const rows = await db
    .select()
    .from(cannedReplies)
    .orderBy(asc(cannedReplies.shortcut), asc(cannedReplies.language), asc(cannedReplies.id));
  return rows.map(({ desk, ...reply }) => ({ ...reply, shelf: shelfOf(reply.owner, desk) }));
}

const shelfOf = (owner: StaffId | null, desk: DeskId | null): ReplyShelf => {
  if (owner !== null) return { kind: 'own' };
  return desk === null ? { kind: 'everyone' } : { kind: 'desk', desk };
};

/** All of these changes, or none. */
export function writeReplies(
  db: Db,
  keeper: ReplyKeeper,
  changes: readonly ReplyChange[],
  newId: () => string,
): Promise<Result<CannedReply[], ReplyFault>> {
  return alone(db, async (transaction) => {
    const rows = await transaction.select().from(cannedReplies).where(isOn(keeper));
    const done = changeReplies(rows, changes, newId);
    if (!done.ok) return done;
    const { added, changed } = done.value;
    // Their shortcuts may have changed places: for a moment none of them has one.
    const ids = changed.map(({ id }) => id);
    await transaction
      .update(cannedReplies)
      .set({ shortcut: sql`'/' || ${cannedReplies.id}` })
      .where(inArray(cannedReplies.id, ids));
    for (const { id, ...rest } of changed)
      await transaction.update(cannedReplies).set(rest).where(eq(cannedReplies.id, id));
    if (added.length > 0) {
      const { by, shelf } = keeper;
      const place = {
        owner: shelf.kind === 'own' ? by : null,
        desk: shelf.kind === 'desk' ? shelf.desk : null,
      };
      await transaction.insert(cannedReplies).values(added.map((reply) => ({ ...reply, ...place })));
    }
    await announceChange(transaction, 'canned-replies');
    const written = [...added, ...changed];
    const [only] = written;
    const about = written.length === 1 && only ? callOf(only) : `${written.length}`;
    await note(transaction, keeper, 'replies-written', about);
    return ok(written.map((reply) => ({ ...reply, shelf: keeper.shelf })));
  });
}

/** False: it is not the version that was seen. */
export function removeReply(db: Db, keeper: ReplyKeeper, id: string, version: number): Promise<boolean> {
  return alone(db, async (transaction) => {
    const [gone] = await transaction
      .delete(cannedReplies)
      .where(and(isOn(keeper), eq(cannedReplies.id, id), eq(cannedReplies.version, version)))
      .returning();
    if (gone === undefined) return false;
    await announceChange(transaction, 'canned-replies');
    await note(transaction, keeper, 'reply-removed', callOf(gone));
    return true;
  });
}

/** Whoever leaves takes along what was hers; what a desk or everyone has stays. */
export async function dropOwnReplies(db: Db, owner: StaffId): Promise<void> {
  await db.delete(cannedReplies).where(eq(cannedReplies.owner, owner));
  await announceChange(db, 'canned-replies');
}

const alone = <T>(db: Db, work: (transaction: Db) => Promise<T>): Promise<T> =>
  db.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${LOCK}::bigint)`);
    return work(transaction);
  });

const isOn = ({ by, shelf }: ReplyKeeper) => {
  const { owner, desk } = cannedReplies;
  if (shelf.kind === 'own') return eq(owner, by);
  return and(isNull(owner), shelf.kind === 'desk' ? eq(desk, shelf.desk) : isNull(desk));
};

const callOf = ({ shortcut, language }: Pick<CannedReply, 'shortcut' | 'language'>) =>
  `/${shortcut} (${language})`;

/** What somebody keeps for herself is her own affair. */
async function note(
  db: Db,
  { by, shelf, at }: ReplyKeeper,
  act: 'replies-written' | 'reply-removed',
  which: string,
): Promise<void> {
  if (shelf.kind === 'own') return;
  const about = shelf.kind === 'desk' ? `${shelf.desk}: ${which}` : which;
  await appendAudit(db, { by, at, act, about, reason: '' });
}
