import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { temporaryFolder } from '../support/child';
import { createClosing } from '../support/closing';
import { freshDatabase, type FreshDatabase, freshRecords } from '../support/fresh-database';
import { type FreshFolder, freshFolder } from '../support/fresh-folder';
import { type OpenRecords, recordsAt, recordsIn } from '../support/records';

/** A place where records can be: they are the same when they are opened there again. */
export type Place = {
  open(): Promise<OpenRecords>;
  stop(): Promise<void>;
};

type Fresh = {
  readonly folder: () => FreshFolder | Promise<FreshFolder>;
  readonly database: () => Promise<FreshDatabase>;
};

const placesOf = ({ folder, database }: Fresh) => ({
  'a folder': async (): Promise<Place> => {
    const { path, remove } = await folder();
    const closing = createClosing();
    closing.defer(remove);
    return { open: async () => closing.add(await recordsIn(path)), stop: closing.close };
  },
  PostgreSQL: async (): Promise<Place> => {
    const closing = createClosing();
    const { url } = closing.add(await database());
    return { open: async () => closing.add(await recordsAt(url)), stop: closing.close };
  },
});

/** Where records are kept, and how to get a place of each kind with no records in it but their schema. */
export const PLACES = placesOf({ folder: freshFolder, database: freshRecords });

/** The same before the first start. */
export const EMPTY_PLACES = placesOf({ folder: () => temporaryFolder('records'), database: freshDatabase });

/** What a first start leaves in them is no record. */
const ALWAYS_THERE = ['schema_steps', 'record_changes'];

/**
 * One place for all tests of a suite, which find it without records: to open an embedded database takes a while. To be
 * called at the top of the suite; the records are there once a test runs.
 */
export function emptied(makePlace: () => Promise<Place>): () => OpenRecords {
  let place: Place;
  let records: OpenRecords;
  beforeAll(async () => {
    place = await makePlace();
    records = await place.open();
  });
  afterAll(() => place.stop());
  afterEach(async () => {
    const { rows } = await records.db.execute<{ tablename: string }>(
      sql`select tablename from pg_tables where schemaname = 'public'`,
    );
    const names = rows.map(({ tablename }) => tablename).filter((name) => !ALWAYS_THERE.includes(name));
    await records.db.execute(sql.raw(`truncate ${names.join(', ')} restart identity cascade`));
  });
  return () => records;
}
