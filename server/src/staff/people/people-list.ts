import { ok } from '@haven/shared/result';
import { openInvitations } from '../../records/invitations';
import { peopleWithAccounts } from '../../records/organisation-accounts';
import { passkeysByPerson } from '../../records/passkeys';
import { allRecoveries } from '../../records/recoveries';
import { sessionsByPerson } from '../../records/sessions';
import { allStaff } from '../../records/staff';
import { isOpen, recoveryUntil } from '../../sign-in/recovery';
import type { StaffHandler } from '../connection';

export const peopleList: StaffHandler<'people:list'> = async (edge) => {
  const { db } = edge.records;
  const now = edge.now();
  const passkeys = await passkeysByPerson(db);
  const accounts = await peopleWithAccounts(db);
  const invitations = await openInvitations(db, now);
  const sessions = await sessionsByPerson(db, now);
  const recoveries = (await allRecoveries(db)).filter((recovery) => isOpen(recovery, now));
  const people = (await allStaff(db)).map((person) => {
    const { staffId, desks, languages } = person;
    const recovery = recoveries.find((each) => each.staffId === staffId);
    const session = sessions.get(staffId);
    return {
      ...person,
      desks: [...desks],
      languages: [...languages],
      passkeys: passkeys.get(staffId) ?? 0,
      organisationAccount: accounts.has(staffId),
      invitedUntil: invitations.get(staffId) ?? null,
      recovery:
        recovery === undefined ? null : { askedBy: recovery.askedBy.staffId, until: recoveryUntil(recovery) },
      sessions: session?.count ?? 0,
      seenAt: session?.seenAt ?? null,
    };
  });
  return ok({ people, now });
};
