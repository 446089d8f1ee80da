import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { restore as restoreLines } from '../backup/restore';
import { appendAudit } from '../records/audit-log';
import { readMigrations } from '../records/migrate';
import { openPlace } from '../records/open-records';
import { type Command, CommandRefusal } from './command';

/** Brings the records of a backup into an empty database or folder. */
export const restore: Command = async (args, host) => {
  const [name, ...more] = args;
  if (name === undefined || more.length > 0) throw new CommandRefusal('npm run restore -- FILE');
  const path = host.pathOf(name);
  await access(path).catch(() => {
    throw new CommandRefusal(`${path} cannot be read`);
  });
  const place = await openPlace(host.settings);
  if (!place.ok) throw new CommandRefusal(place.error);
  const { db, leave } = place.value;
  try {
    const lines = createInterface({ input: createReadStream(path) });
    const restored = await restoreLines(db, lines, readMigrations(host.settings.files.migrations));
    if (!restored.ok) throw new CommandRefusal(`${path} was not restored: ${restored.error}.`);
    await appendAudit(db, {
      at: host.now(),
      by: null,
      act: 'backup-restored',
      about: basename(path),
      reason: '',
    });
    host.say(`${restored.value} records were restored.`);
  } finally {
    await leave();
  }
};
