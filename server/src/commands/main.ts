import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseConfig } from '../config';
import { systemClock } from '../startup/system-clock';
import { audit } from './audit';
import { backup } from './backup';
import { type Command, CommandRefusal, type Host } from './command';
import { invite } from './invite';
import { restore } from './restore';

const COMMANDS: Readonly<Record<string, Command>> = { audit, backup, invite, restore };

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Only what says where the records are, and where the server is found: a command works without the rest of a server's settings. */
function host(): Host {
  const { DATABASE_URL, DATA_DIR, PUBLIC_URL } = process.env;
  const parsed = parseConfig({ DATABASE_URL, DATA_DIR, PUBLIC_URL });
  if (!parsed.ok) throw new CommandRefusal(parsed.error.join('\n'));
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  return {
    settings: {
      ...parsed.value,
      files: {
        worker: folder('../records/embedded-worker.js'),
        newDatabase: folder('../records/new-database.tar.gz'),
        migrations: folder('../../migrations'),
      },
      pid: process.pid,
      clock: systemClock,
      onFault: () => undefined,
      onLost: () => undefined,
    },
    now: () => Date.now(),
    publicUrl: parsed.value.publicUrl,
    // npm runs its scripts in the root; names of files are meant from where the person is.
    pathOf: (name) => resolve(process.env['INIT_CWD'] ?? process.cwd(), name),
    say,
  };
}

const [name = '', ...args] = process.argv.slice(2);
try {
  const command = COMMANDS[name];
  if (command === undefined) throw new CommandRefusal('audit, backup, invite or restore?');
  await command(args, host());
} catch (error) {
  if (!(error instanceof CommandRefusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
