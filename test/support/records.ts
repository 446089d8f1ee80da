import { join } from 'node:path';
import { openRecords, type Records, type RecordsSettings } from '@haven/server/records/open-records';
import { systemClock } from '@haven/server/startup/system-clock';
import { repositoryRoot } from './repository';

export type OpenRecords = Records & { stop(): Promise<void> };

const server = (path: string) => join(repositoryRoot, 'server', path);

/** The settings of a server, for records that a test opens by itself. */
export const RECORDS: Omit<RecordsSettings, 'databaseUrl' | 'dataDir'> = {
  files: {
    worker: server('dist/records/embedded-worker.js'),
    newDatabase: server('dist/records/new-database.tar.gz'),
    migrations: server('migrations'),
  },
  pid: process.pid,
  clock: systemClock,
  onFault: () => undefined,
  onLost: () => undefined,
};

/** The records of a database, as a node opens them. */
export async function recordsAt(databaseUrl: string): Promise<OpenRecords> {
  return must({ ...RECORDS, databaseUrl, dataDir: '/nowhere' });
}

/** The records in a folder, as a server without DATABASE_URL opens them. */
export async function recordsIn(dataDir: string): Promise<OpenRecords> {
  return must({ ...RECORDS, databaseUrl: null, dataDir });
}

async function must(settings: RecordsSettings): Promise<OpenRecords> {
  const opened = await openRecords(settings);
  if (!opened.ok) throw new Error(opened.error);
  const records = opened.value;
  let closing: Promise<void> | undefined;
  return { ...records, stop: () => (closing ??= records.close()) };
}
