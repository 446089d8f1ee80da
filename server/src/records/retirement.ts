import type { DeskId, RegionId, StaffId } from '@haven/shared/ids';
import type { OrganisationDescription } from '@haven/shared/protocol/organisation-description';
import type { Comeback, Place, Retirement } from '@haven/shared/protocol/retirement';
import { err, ok, type Result } from '@haven/shared/result';
import { dateOf } from '@haven/shared/roster/calendar';
import type { Instant } from '@haven/shared/units';
import { eq } from 'drizzle-orm';
import {
  type ChatsThere,
  obstaclesOfDesk,
  obstaclesOfRegion,
  obstacleToComeback,
} from '../organisation/retirement';
import { appendAudit } from './audit-log';
import { announceChange } from './changes';
import type { Db } from './database';
import { readDeskSettings } from './desk-settings';
import { readMemberships } from './memberships';
import { lookAtDescription } from './organisation-description';
import { readPlan } from './roster-plan';
import { readShifts } from './roster-shifts';
import { deskRegions, desks, organisation, regions } from './schema/organisation';
import { staff } from './schema/staff';

type Changer = { readonly by: StaffId; readonly at: Instant };

type Asked = {
  readonly place: Place;
  /** Only says what it would mean. */
  readonly dry: boolean;
  /** At the desk, at this moment; whoever comes meanwhile is brought to the general desk. */
  readonly chats: ChatsThere;
};

/** All of it, or nothing. `outdated`: it is not in use. */
export function retire(
  db: Db,
  { by, at }: Changer,
  { place, dry, chats }: Asked,
): Promise<Result<Retirement, 'outdated'>> {
  return db.transaction(async (transaction) => {
    const before = await lookAndLock(transaction);
    if (before === null || !has(before, place)) return err('outdated');
    const meaning =
      place.kind === 'desk'
        ? await lookAtDesk(transaction, before, place.desk, chats)
        : await lookAtRegion(transaction, before, place.region, at);
    if (dry || meaning.obstacles.length > 0) return ok({ done: false, ...meaning });
    await setRetired(transaction, place, at);
    // What serves no region any longer has none when it is brought back, either.
    if (place.kind === 'desk')
      await transaction.delete(deskRegions).where(eq(deskRegions.deskId, place.desk));
    await finish(transaction, before, place, { by, at, act: `${place.kind}-retired` });
    return ok({ done: true, ...meaning });
  });
}

/** `outdated`: it is not retired. */
export function bringBack(db: Db, { by, at }: Changer, place: Place): Promise<Result<Comeback, 'outdated'>> {
  return db.transaction(async (transaction) => {
    const before = await lookAndLock(transaction);
    if (before === null || !has(before.retired, place)) return err('outdated');
    const obstacle = obstacleToComeback(before, place);
    if (obstacle !== null) return ok({ obstacle });
    await setRetired(transaction, place, null);
    await finish(transaction, before, place, { by, at, act: `${place.kind}-brought-back` });
    return ok({ obstacle: null });
  });
}

async function lookAndLock(db: Db): Promise<OrganisationDescription | null> {
  // One at a time, with those who change what the organisation says of itself.
  await db.select({ id: organisation.id }).from(organisation).for('update');
  return (await lookAtDescription(db))?.description ?? null;
}

type Things = { readonly id: string };
type Known = { readonly desks: readonly Things[]; readonly regions: readonly Things[] };

const has = ({ desks: allDesks, regions: allRegions }: Known, place: Place): boolean =>
  place.kind === 'desk'
    ? allDesks.some(({ id }) => id === place.desk)
    : allRegions.some(({ id }) => id === place.region);

type Meaning = Pick<Retirement, 'obstacles' | 'people' | 'shifts'>;

async function lookAtDesk(
  db: Db,
  { desks: allDesks, generalDesk }: OrganisationDescription,
  desk: DeskId,
  chats: ChatsThere,
): Promise<Meaning> {
  const overflow = await readDeskSettings(db, 'overflow');
  const desksOf = await readMemberships(db);
  const everybody = await db.select({ staffId: staff.staffId }).from(staff).where(eq(staff.active, true));
  const alone = everybody.filter(({ staffId }) => {
    const own = desksOf(staffId);
    return own.length === 1 && own[0] === desk;
  });
  return {
    obstacles: [...obstaclesOfDesk(desk, { desks: allDesks, generalDesk, overflow, chats })],
    people: alone.map(({ staffId }) => staffId),
    shifts: 0,
  };
}

async function lookAtRegion(
  db: Db,
  { regions: allRegions }: OrganisationDescription,
  region: RegionId,
  at: Instant,
): Promise<Meaning> {
  const inUse = allRegions.map(({ id }) => id);
  const timeZone = await timeZoneOf(db);
  const { patterns, exceptions } = await readPlan(db, { regions: inUse, timeZone });
  const [published, draft] = [
    await readShifts(db, 'published', { from: at }),
    await readShifts(db, 'draft', { from: at }),
  ];
  const obstacles = obstaclesOfRegion(region, {
    regions: new Set(inUse),
    today: dateOf(at, timeZone),
    patterns,
    exceptions,
    published,
    draft,
  });
  const shifts = published.filter((each) => each.regions.includes(region)).length;
  return { obstacles: [...obstacles], people: [], shifts };
}

async function timeZoneOf(db: Db): Promise<string> {
  const [row] = await db.select({ timeZone: organisation.timeZone }).from(organisation);
  return row?.timeZone ?? 'UTC';
}

async function setRetired(db: Db, place: Place, retiredAt: Instant | null): Promise<void> {
  if (place.kind === 'desk') await db.update(desks).set({ retiredAt }).where(eq(desks.id, place.desk));
  else await db.update(regions).set({ retiredAt }).where(eq(regions.id, place.region));
}

type Act = Changer & { readonly act: `${Place['kind']}-${'retired' | 'brought-back'}` };

async function finish(db: Db, { version }: OrganisationDescription, place: Place, act: Act): Promise<void> {
  await db.update(organisation).set({ version: version + 1 });
  await announceChange(db, 'organisation');
  // Whoever plans sees other rows, and other holes.
  await announceChange(db, 'roster');
  const about = place.kind === 'desk' ? place.desk : place.region;
  await appendAudit(db, { ...act, about, reason: '' });
}
