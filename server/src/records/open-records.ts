import { err, ok, type Result } from '@haven/shared/result';
import type { Clock } from '@haven/shared/transport/socket-port';
import { sql } from 'drizzle-orm';
import { announceChange, type Changes, watchChanges } from './changes';
import { atServer, atSocket, type Database, type Db, openDatabase } from './database';
import { type EmbeddedFiles, openEmbedded } from './embedded';
import { type Listen, listenAtServer, listenOnPool } from './listen';
import { migrate, readMigrations } from './migrate';
import type { Topic } from './topics';

/** What the organisation keeps. No visitor, and nothing of a chat, is ever in it. */
export type Records = {
  readonly db: Db;
  readonly onChange: Changes['onChange'];
  /** See announceChange, which also takes a transaction. */
  readonly changed: (topic: Topic) => Promise<void>;
  /** They could not be read when they were last looked at, seconds ago. */
  readonly isAway: () => boolean;
  readonly close: () => Promise<void>;
};

export type RecordsSettings = {
  /** Null: embedded, in a folder of DATA_DIR. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly files: EmbeddedFiles & { readonly migrations: string };
  readonly pid: number;
  readonly clock: Clock;
  /** A connection broke, or a look at the changes failed; both are tried again. */
  readonly onFault: (thrown: unknown) => void;
  /** The embedded database is gone for good. */
  readonly onLost: (thrown: unknown) => void;
};

const OLDEST = { number: 150_000, name: '15' };

export type Place = Database & {
  readonly listen: Listen;
  /** What it is called in a sentence about its records. */
  readonly subject: string;
  readonly leave: () => Promise<void>;
};

/** Opens the database, whatever is in it; or says in a line why that cannot be. */
export async function openPlace(settings: RecordsSettings): Promise<Result<Place, string>> {
  const { databaseUrl, clock, onFault } = settings;
  if (databaseUrl === null) {
    const embedded = await openEmbedded(settings);
    if (!embedded.ok) return embedded;
    const { socketFolder, close } = embedded.value;
    const { listen, verify } = listenOnPool();
    const database = openDatabase({ ...atSocket(socketFolder), verify }, onFault);
    return reach({ database, listen, release: close, subject: 'DATA_DIR holds records that' });
  }
  const config = atServer(databaseUrl);
  return reach({
    database: openDatabase(config, onFault),
    listen: listenAtServer(config, clock),
    release: async () => undefined,
    subject: 'DATABASE_URL leads to records that',
  });
}

type Parts = Pick<Place, 'listen' | 'subject'> & {
  readonly database: Database;
  readonly release: () => Promise<void>;
};

async function reach({ database, release, ...rest }: Parts): Promise<Result<Place, string>> {
  const leave = async () => {
    await database.pool.end();
    await release();
  };
  const fault = await unusable(database.db);
  if (fault === null) return ok({ ...database, ...rest, leave });
  await leave();
  return err(fault);
}

/** Opens the records and brings their schema up to date; or says in a line why that cannot be. */
export async function openRecords(settings: RecordsSettings): Promise<Result<Records, string>> {
  const place = await openPlace(settings);
  if (!place.ok) return place;
  const { db, listen, subject, leave } = place.value;
  const migrated = await migrate(db, readMigrations(settings.files.migrations));
  if (!migrated.ok) {
    await leave();
    return err(`${subject} ${migrated.error}`);
  }
  const changes = await watchChanges({ db, listen, clock: settings.clock, onFault: settings.onFault });
  return ok({
    db,
    onChange: changes.onChange,
    changed: (topic) => announceChange(db, topic),
    isAway: changes.isAway,
    close: async () => {
      await changes.stop();
      await leave();
    },
  });
}

async function unusable(db: Db): Promise<string | null> {
  try {
    const { rows } = await db.execute<{ version: number }>(
      sql`select current_setting('server_version_num')::int as version`,
    );
    if ((rows[0]?.version ?? 0) >= OLDEST.number) return null;
    return `DATABASE_URL must lead to PostgreSQL ${OLDEST.name} or newer`;
  } catch (error) {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    const code = (cause as { readonly code?: unknown } | null)?.code;
    const why = typeof code === 'string' ? ` (${code})` : '';
    return `DATABASE_URL must lead to a PostgreSQL that answers${why}; for example DATABASE_URL=postgres://haven:secret@127.0.0.1/haven`;
  }
}
