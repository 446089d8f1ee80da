import { sql } from 'drizzle-orm';
import type { Db } from '../records/database';
import { peopleWithAccounts } from '../records/organisation-accounts';
import { passkeysByPerson } from '../records/passkeys';
import { generalDesks } from '../records/organisation';
import { addStaff, allStaff } from '../records/staff';
import type { Invite } from './invite';
import type { Note } from './note';

/** Any number that no other lock has: nodes that start together invite once each, and the last link counts. */
const LOCK = 4_863_211_912;

/**
 * A one-time link for an administrator, while none can sign in; null as soon as one can. Where the organisation names
 * no administrator yet, there is one of that name from then on.
 */
export function inviteFirstAdministrator(
  db: Db,
  { invite, note }: { readonly invite: Invite; readonly note: Note },
): Promise<string | null> {
  return db.transaction(async (records) => {
    await records.execute(sql`select pg_advisory_xact_lock(${LOCK}::bigint)`);
    const passkeys = await passkeysByPerson(records);
    const accounts = await peopleWithAccounts(records);
    const people = await allStaff(records);
    const administrators = people.filter(({ role, active }) => active && role === 'administrator');
    if (administrators.some(({ staffId }) => passkeys.has(staffId) || accounts.has(staffId))) return null;
    const [first] = administrators;
    const staffId =
      first?.staffId ??
      (await addStaff(records, {
        displayName: 'Administrator',
        role: 'administrator',
        desks: await generalDesks(records),
        languages: ['nl', 'en'],
      }));
    await note(records, { by: null, act: 'invited', about: staffId });
    return (await invite(records, staffId, 'join')).path;
  });
}
