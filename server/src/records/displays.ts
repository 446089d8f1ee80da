import type { StaffId } from '@haven/shared/ids';
import { type Instant, type Milliseconds, days } from '@haven/shared/units';
import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm';
import { announceChange } from './changes';
import type { Db } from './database';
import { displays } from './schema/displays';
import { staff } from './schema/staff';

/** A screen that nobody has switched on for so long is one no more. */
const IDLE: Milliseconds = days(30);

const holds = (now: Instant) =>
  or(
    and(isNull(displays.secret), gt(displays.linkUntil, now)),
    and(isNotNull(displays.secret), gt(displays.seenAt, now - IDLE)),
  );

type NewDisplay = {
  readonly id: string;
  readonly name: string;
  readonly madeBy: StaffId;
  readonly madeAt: Instant;
  readonly link: string;
  readonly linkUntil: Instant;
};

/** Those whose link nobody opened, and those long unseen, go on this occasion. */
export async function keepDisplay(db: Db, display: NewDisplay): Promise<void> {
  const { madeAt: now } = display;
  await db
    .delete(displays)
    .where(
      or(
        and(isNull(displays.secret), lte(displays.linkUntil, now)),
        and(isNotNull(displays.secret), lte(displays.seenAt, now - IDLE)),
      ),
    );
  await db.insert(displays).values(display);
}

/** The display that the link opens from now on, with that secret; null when it is no link, was opened or is too old. */
export async function openDisplay(
  db: Db,
  { link, secret, now }: { readonly link: string; readonly secret: string; readonly now: Instant },
): Promise<{ readonly id: string; readonly name: string } | null> {
  const [opened] = await db
    .update(displays)
    .set({ secret, seenAt: now })
    .where(and(eq(displays.link, link), isNull(displays.secret), gt(displays.linkUntil, now)))
    .returning({ id: displays.id, name: displays.name });
  return opened ?? null;
}

export async function displayHolds(db: Db, id: string, secret: string, now: Instant): Promise<boolean> {
  const found = await db
    .select({ id: displays.id })
    .from(displays)
    .where(and(eq(displays.id, id), eq(displays.secret, secret), holds(now)));
  return found.length > 0;
}

/** Those of these that still hold; they were seen now. */
export async function seeDisplays(
  db: Db,
  ids: readonly string[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const seen = await db
    .update(displays)
    .set({ seenAt: now })
    .where(and(inArray(displays.id, [...ids]), holds(now)))
    .returning({ id: displays.id });
  return new Set(seen.map(({ id }) => id));
}

export const readDisplays = (db: Db, now: Instant) =>
  db
    .select({
      id: displays.id,
      name: displays.name,
      madeBy: staff.displayName,
      madeAt: displays.madeAt,
      seenAt: displays.seenAt,
      linkUntil: displays.linkUntil,
    })
    .from(displays)
    .leftJoin(staff, eq(staff.staffId, displays.madeBy))
    .where(holds(now))
    .orderBy(asc(displays.madeAt), asc(displays.id));

/** Its name; null when there is none of that id. */
export async function dropDisplay(db: Db, id: string): Promise<string | null> {
  const [dropped] = await db.delete(displays).where(eq(displays.id, id)).returning({ name: displays.name });
  if (dropped === undefined) return null;
  await announceChange(db, 'displays');
  return dropped.name;
}
