import type { StaffId } from '@haven/shared/ids';
import type { Clock } from '@haven/shared/transport/socket-port';
import type { Directory } from '../organisation/directory';
import type { Db } from '../records/database';
import { invitationByHash, useInvitation } from '../records/invitations';
import { keepAccount, staffOfAccount } from '../records/organisation-accounts';
import { endSessions } from '../records/sessions';
import { addStaff, changeStaff } from '../records/staff';
import { decideAccount } from './account-rule';
import type { GroupRoles } from './groups';
import { stateOf } from './invitation';
import type { Note } from './note';
import { hashOf } from './one-time-secret';
import type { Account } from './provider';

/** Who comes with this account, and perhaps an invitation; null when nobody of ours does. */
export type RecogniseAccount = (account: Account, invitation: string | null) => Promise<StaffId | null>;

type Deps = {
  readonly db: Db;
  readonly directory: Directory;
  readonly table: GroupRoles;
  readonly note: Note;
  readonly clock: Clock;
};

/** Until every part of this node knows of a new person or a new role. */
const STEP = 50;
const STEPS = 60;

export function createRecogniseAccount({ db, directory, table, note, clock }: Deps): RecogniseAccount {
  const profileOf = (staffId: StaffId | null) =>
    staffId === null ? null : (directory.current().staff.get(staffId) ?? null);

  const invitedBy = async (records: Db, hash: string) => {
    const invitation = await invitationByHash(records, hash);
    const isGood = invitation !== null && stateOf(invitation, clock.now()) === 'open';
    return isGood ? profileOf(invitation.staffId) : null;
  };

  const settle = (account: Account, token: string | null) =>
    db.transaction(async (records) => {
      const hash = token === null ? null : hashOf(token);
      const invited = hash === null ? null : await invitedBy(records, hash);
      if (hash !== null && invited === null) return null;
      const known = profileOf(await staffOfAccount(records, account));
      const decision = decideAccount({ account, known, invited, table });
      if (decision.kind === 'refuse') return null;
      if (decision.kind === 'create') {
        const { generalDesk } = directory.current().organisation;
        const { displayName, role } = decision;
        const staffId = await addStaff(records, {
          displayName,
          role,
          desks: [generalDesk],
          languages: ['nl'],
        });
        await keepAccount(records, account, staffId);
        await note(records, { by: null, act: 'created-by-group', about: staffId });
        return { staffId, role };
      }
      const { staffId, role } = decision;
      const person = invited ?? known;
      if (decision.kind === 'connect' && hash !== null) {
        if (!(await useInvitation(records, hash, clock.now()))) return null;
        await keepAccount(records, account, staffId);
        await note(records, { by: staffId, act: 'account-connected', about: staffId });
      }
      if (role !== null && person !== null) {
        await changeStaff(records, staffId, { ...person, role });
        await endSessions(records, { staffId });
        await note(records, { by: null, act: 'role-by-group', about: staffId });
      }
      return { staffId, role };
    });

  return async (account, token) => {
    const settled = await settle(account, token);
    if (settled === null) return null;
    const { staffId, role } = settled;
    const isKnown = () => {
      const profile = profileOf(staffId);
      return profile !== null && (role === null || profile.role === role);
    };
    for (let steps = 0; steps < STEPS && !isKnown(); steps += 1) {
      await new Promise<void>((resolve) => clock.after(STEP, resolve));
    }
    return staffId;
  };
}
