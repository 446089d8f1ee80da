import type { StaffId } from '@haven/shared/ids';
import type {
  OrganisationChange,
  OrganisationDescription,
} from '@haven/shared/protocol/organisation-description';
import { err, ok, type Result } from '@haven/shared/result';
import type { Instant } from '@haven/shared/units';
import { and, eq, inArray } from 'drizzle-orm';
import { changeDescription, type DescriptionWrites } from '../organisation/change-description';
import { appendAudit } from './audit-log';
import { announceChange } from './changes';
import type { Db } from './database';
import { readPlaces } from './places';
import { deskRegions, desks, organisation, regions } from './schema/organisation';

/** What the organisation says of itself, and its version; null in records that have no organisation yet. */
export function readDescription(db: Db): Promise<OrganisationDescription | null> {
  return db.transaction(async (transaction) => (await lookAtDescription(transaction))?.description ?? null, {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  });
}

type Changer = { readonly by: StaffId; readonly at: Instant };

/** All of it, or nothing. `outdated`: somebody else has changed it since that version. */
export function writeDescription(
  db: Db,
  { by, at }: Changer,
  change: OrganisationChange,
): Promise<Result<null, 'outdated' | 'malformed'>> {
  return db.transaction(async (transaction) => {
    // One at a time: whoever comes second finds another version.
    await transaction.select({ id: organisation.id }).from(organisation).for('update');
    const before = await lookAtDescription(transaction);
    if (before === null) return err('outdated');
    const done = changeDescription(before.description, change);
    if (!done.ok) return done;
    const { acts } = done.value;
    if (acts.length === 0) return ok(null);
    await write(transaction, done.value, before.description);
    await announceChange(transaction, 'organisation');
    for (const { act, about } of acts)
      await appendAudit(transaction, { at, by, act, about: about ?? before.id, reason: '' });
    return ok(null);
  });
}

/** Within a transaction. */
export async function lookAtDescription(
  db: Db,
): Promise<{ readonly id: string; readonly description: OrganisationDescription } | null> {
  const [row] = await db.select().from(organisation);
  if (row === undefined) return null;
  const { id, version, name, telephones, openingTimes, exitUrl, generalDesk } = row;
  const own = { version, name, telephones, openingTimes, exitUrl, generalDesk };
  return { id, description: { ...own, ...(await readPlaces(db)) } };
}

async function write(
  db: Db,
  { own, ...things }: DescriptionWrites,
  before: OrganisationDescription,
): Promise<void> {
  await db.update(organisation).set({ ...own, version: before.version + 1 });
  const after = <T extends object>(rows: readonly T[], count: number) =>
    rows.map((row, index) => ({ ...row, position: count + index }));
  const { retired } = before;
  if (things.regions.added.length > 0) {
    const count = before.regions.length + retired.regions.length;
    await db.insert(regions).values(after(things.regions.added, count));
  }
  for (const { id, name } of things.regions.changed)
    await db.update(regions).set({ name }).where(eq(regions.id, id));
  const added = things.desks.added.map(({ id, name }) => ({ id, name }));
  if (added.length > 0)
    await db.insert(desks).values(after(added, before.desks.length + retired.desks.length));
  for (const { id, name } of things.desks.changed)
    await db.update(desks).set({ name }).where(eq(desks.id, id));
  for (const { id, regions: served } of [...things.desks.added, ...things.desks.changed]) {
    const gone = before.desks.find((desk) => desk.id === id)?.regions ?? [];
    await db.delete(deskRegions).where(and(eq(deskRegions.deskId, id), inArray(deskRegions.regionId, gone)));
    const rows = served.map((regionId, position) => ({ deskId: id, regionId, position }));
    if (rows.length > 0) await db.insert(deskRegions).values(rows);
  }
}
