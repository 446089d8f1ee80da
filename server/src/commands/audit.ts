import { type AuditHead, auditHead } from '@haven/shared/protocol/audit';
import { verifyAudit } from '../records/audit-log';
import { type Command, CommandRefusal } from './command';
import { withRecords } from './with-records';

const USAGE = 'npm run audit -- verify, or with a head noted before: npm run audit -- verify NUMBER:HASH';

/** Reads the whole audit log and says whether it is as it was written. */
export const audit: Command = async (args, host) => {
  const [verb, noted, ...more] = args;
  if (verb !== 'verify' || more.length > 0) throw new CommandRefusal(USAGE);
  const notedHead = noted === undefined ? null : parseHead(noted);
  const { head, fault } = await withRecords(host, ({ db }) => verifyAudit(db, notedHead));
  if (fault !== null) {
    throw new CommandRefusal(
      `The audit log is NOT as it was written: entry ${fault.number} is ${fault.fault}; what is before it is right.`,
    );
  }
  host.say(`The audit log is as it was written: ${head.number} entries.`);
  if (notedHead !== null) host.say(`Entry ${notedHead.number} is the one that was noted.`);
  host.say(`Its head, to note where nobody of this server can change it: ${head.number}:${head.hash}`);
};

function parseHead(text: string): AuditHead {
  const [number, hash] = text.split(':');
  const parsed = auditHead.safeParse({ number: Number(number), hash });
  if (!parsed.success) throw new CommandRefusal(USAGE);
  return parsed.data;
}
