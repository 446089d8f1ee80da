import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Instant, type Milliseconds, seconds } from '@haven/shared/units';
import { appendAudit } from '../records/audit-log';
import type { Db } from '../records/database';
import { dump } from './dump';

/** Where a server with embedded records hands out a backup of them while it runs. */
export const backupSocket = (dataDir: string): string => join(dataDir, 'records', 'backup');

/** Nothing else is read or written meanwhile: the embedded database knows one session. */
const PATIENCE = seconds(15);

type Deps = {
  readonly db: Db;
  readonly now: () => Instant;
  /** With somebody who takes nothing. */
  readonly patience?: Milliseconds;
  readonly onFault: (thrown: unknown) => void;
};

/**
 * The embedded records belong to one process, which therefore writes the backup itself. Who connects says a name for
 * it in a line, and gets the backup; one that breaks off has no end, which shows.
 */
export async function serveBackups(
  path: string,
  { db, now, onFault, patience = PATIENCE }: Deps,
): Promise<void> {
  rmSync(path, { force: true });
  const server = createServer((peer) => {
    peer.setTimeout(patience, () => peer.destroy());
    hand(peer, db, now).catch((thrown: unknown) => {
      peer.destroy();
      onFault(thrown);
    });
  });
  server.unref();
  server.listen(path);
  await once(server, 'listening');
  chmodSync(path, 0o600);
}

async function hand(peer: Socket, db: Db, now: () => Instant): Promise<void> {
  let isGone = false;
  peer.on('error', () => undefined);
  peer.on('close', () => {
    isGone = true;
  });
  const [name] = (await once(createInterface(peer), 'line')) as [string];
  await makeBackup(db, { name, at: now() }, async (line) => {
    if (isGone) throw new Error('Nobody waits for the backup any more.');
    if (!peer.write(line)) await Promise.race([once(peer, 'drain'), once(peer, 'close')]);
  });
  peer.end();
}

/** Writes down that it was made, and by its name where it is; then gives all records. */
export async function makeBackup(
  db: Db,
  { name, at }: { readonly name: string; readonly at: Instant },
  write: (line: string) => Promise<void>,
): Promise<void> {
  await appendAudit(db, { at, by: null, act: 'backup-made', about: name, reason: '' });
  await dump(db, write);
}
