import { createHash } from 'node:crypto';
import type { DeskId } from '@haven/shared/ids';
import type { Organisation } from '@haven/shared/protocol/organisation';
import type { Retired } from '@haven/shared/protocol/retirement';
import { asc, eq, sql } from 'drizzle-orm';
import type { Instant } from '@haven/shared/units';
import type { StaffProfile } from '../desk/records';
import { appendAudit } from './audit-log';
import type { Db } from './database';
import { readMemberships } from './memberships';
import { readPlaces } from './places';
import { cannedReplies } from './schema/canned-replies';
import { deskRegions, desks, organisation, regions } from './schema/organisation';
import { memberships, staff } from './schema/staff';

/** What an organisation says of itself, without what depends on a server's keys and settings. */
export type OrganisationRecord = {
  readonly organisation: Omit<Organisation, 'demonstration' | 'roots'>;
  readonly retired: Retired;
  /** Who works there now. */
  readonly staff: readonly StaffProfile[];
};

/** What records that have no organisation yet begin with. */
export type OrganisationSeed = Omit<OrganisationRecord, 'retired'> & {
  /** Everyone's. */
  readonly cannedReplies: readonly Pick<
    typeof cannedReplies.$inferSelect,
    'id' | 'shortcut' | 'language' | 'title' | 'text'
  >[];
};

/** Any number that no other lock has: nodes that start together seed once. */
const LOCK = 4_863_211_905;

/**
 * Puts the organisation into records that have none; records that have one keep it. Gives whether what they were first
 * made of is this.
 */
export function seedOrganisation(db: Db, seed: OrganisationSeed, now: Instant): Promise<boolean> {
  const origin = createHash('sha256').update(JSON.stringify(seed)).digest('hex');
  return db.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${LOCK}::bigint)`);
    const [before] = await transaction.select({ origin: organisation.origin }).from(organisation);
    if (before !== undefined) return before.origin === origin;
    await insertOrganisation(transaction, seed, origin);
    const { id: about } = seed.organisation;
    await appendAudit(transaction, { at: now, by: null, act: 'organisation-begun', about, reason: '' });
    return true;
  });
}

async function insertOrganisation(db: Db, seed: OrganisationSeed, origin: string): Promise<void> {
  const { regions: allRegions, desks: allDesks, ...own } = seed.organisation;
  await db.insert(organisation).values({ ...own, origin });
  const served = allDesks.flatMap((desk) =>
    desk.regions.map((regionId, position) => ({ deskId: desk.id, regionId, position })),
  );
  const belonging = seed.staff.flatMap((person) =>
    person.desks.map((deskId, position) => ({ staffId: person.staffId, deskId, position })),
  );
  const people = seed.staff.map(({ staffId, displayName, role, languages }) => ({
    staffId,
    displayName,
    role,
    languages: [...languages],
  }));
  // An insert of no rows is no statement.
  if (allRegions.length > 0) await db.insert(regions).values(numbered(allRegions));
  await db.insert(desks).values(numbered(allDesks.map(({ id, name }) => ({ id, name }))));
  if (served.length > 0) await db.insert(deskRegions).values(served);
  if (people.length > 0) await db.insert(staff).values(people);
  if (belonging.length > 0) await db.insert(memberships).values(belonging);
  if (seed.cannedReplies.length > 0) await db.insert(cannedReplies).values([...seed.cannedReplies]);
}

const numbered = <T extends object>(rows: readonly T[]) =>
  rows.map((row, position) => ({ ...row, position }));

/** The organisation as it is at one moment; null in records that have none yet. */
export function readOrganisation(db: Db): Promise<OrganisationRecord | null> {
  return db.transaction(
    async (transaction) => {
      const [row] = await transaction.select().from(organisation);
      if (row === undefined) return null;
      const { origin: _, version: __, ...own } = row;
      const { retired, ...places } = await readPlaces(transaction);
      return {
        organisation: { ...own, ...places },
        retired,
        staff: await readStaff(transaction),
      };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

/** Where somebody belongs of whom nothing else is known: one desk, or none in records without an organisation. */
export async function generalDesks(db: Db): Promise<readonly DeskId[]> {
  const rows = await db.select({ generalDesk: organisation.generalDesk }).from(organisation);
  return rows.map(({ generalDesk }) => generalDesk);
}

async function readStaff(db: Db): Promise<StaffProfile[]> {
  const people = await db.select().from(staff).where(eq(staff.active, true)).orderBy(asc(staff.number));
  const desksOf = await readMemberships(db);
  return people.map(({ staffId, displayName, role, languages }) => ({
    staffId,
    displayName,
    role,
    languages,
    desks: desksOf(staffId),
  }));
}
