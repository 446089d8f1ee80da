import { randomBytes } from 'node:crypto';
import { appendAudit } from '../records/audit-log';
import { readOrganisation } from '../records/organisation';
import { inviteFirstAdministrator } from '../sign-in/first-administrator';
import { createInvite } from '../sign-in/invite';
import { type Command, CommandRefusal } from './command';
import { withRecords } from './with-records';

/** Prints a one-time link for the first administrator, where no person sits at the terminal of the server. */
export const invite: Command = async (args, host) => {
  if (args.length > 0) throw new CommandRefusal('npm run invite');
  const { now, publicUrl } = host;
  const path = await withRecords(host, async ({ db }) => {
    if ((await readOrganisation(db)) === null) {
      throw new CommandRefusal(
        'There is no organisation in these records yet. Start the server once, first.',
      );
    }
    return inviteFirstAdministrator(db, {
      invite: createInvite({ random: randomBytes, now }),
      note: (records, entry) => appendAudit(records, { ...entry, at: now(), reason: '' }),
    });
  });
  if (path === null) {
    throw new CommandRefusal(
      'An administrator can sign in already: she invites everybody else, at /console/staff.',
    );
  }
  host.say('This link makes the first passkey of an administrator, once, within three days:');
  host.say(`${publicUrl ?? ''}${path}`);
};
