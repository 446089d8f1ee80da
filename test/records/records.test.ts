import { announceChange } from '@haven/server/records/changes';
import { migrate, readMigrations } from '@haven/server/records/migrate';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type OpenRecords, RECORDS } from '../support/records';
import { until } from '../support/until';
import { type Place, EMPTY_PLACES } from './places';

const known = readMigrations(RECORDS.files.migrations);
const step = (name: string, statements: string) => ({ name, statements, hash: name });

describe.each(Object.entries(EMPTY_PLACES))('Records in %s', (_where, makePlace) => {
  // One for all: to open an embedded database takes a while.
  let place: Place;
  let records: OpenRecords;
  beforeAll(async () => {
    place = await makePlace();
    records = await place.open();
  });
  afterAll(() => place.stop());
  afterEach(async () => {
    await records.db.execute(sql`drop table if exists trial`);
    await records.db.execute(sql`delete from schema_steps where step >= ${known.length}`);
  });

  test('know every step of their schema after the first start, and are the same after the next', async () => {
    const steps = async () => {
      const { rows } = await records.db.execute(sql`select name from schema_steps order by step`);
      return rows.map(({ name }) => name);
    };
    const revision = async () => {
      const { rows } = await records.db.execute(sql`select revision from record_changes`);
      return rows.map((row) => Number(row['revision']));
    };
    expect(await steps()).toEqual(known.map(({ name }) => name));
    await records.changed('organisation');
    const before = await revision();
    await records.stop();
    records = await place.open();
    expect(await steps()).toEqual(known.map(({ name }) => name));
    expect(await revision()).toEqual(before);
  });

  test('refuse what overlaps, for one person at a time', async () => {
    const { db } = records;
    await db.execute(sql`
      create table trial (person text, hours int8range, exclude using gist (person with =, hours with &&))`);
    await db.execute(
      sql`insert into trial values ('sanne', '[8,16)'), ('karim', '[8,16)'), ('sanne', '[16,24)')`,
    );
    const doubled = db.execute(sql`insert into trial values ('sanne', '[15,17)')`);
    await expect(doubled).rejects.toMatchObject({ cause: { code: '23P01' } });
  });

  test('take a further step, all of it or nothing of it', async () => {
    const { db } = records;
    const good = step('0100_good', 'create table trial (a int); insert into trial values (1);');
    const bad = step('0101_bad', 'create table trial_too (a int); select nonsense;');
    await expect(migrate(db, [...known, good, bad])).rejects.toThrow('select nonsense');
    const tables = async () =>
      (await db.execute(sql`select 1 from information_schema.tables where table_name like 'trial%'`)).rows;
    expect(await tables()).toEqual([]);
    expect(await migrate(db, [...known, good])).toEqual({ ok: true, value: null });
    expect(await tables()).toHaveLength(1);
  });

  test('are refused by a version that is older, and by another edition', async () => {
    const { db } = records;
    const faultOf = async (steps: typeof known) => {
      const migrated = await migrate(db, steps);
      return migrated.ok ? '' : migrated.error;
    };
    await migrate(db, [...known, step('0100_later', 'create table trial (a int)')]);
    expect(await faultOf(known)).toContain('belong to a newer Haven (theirs is 0100_later');
    const [first, ...rest] = known;
    expect(await faultOf([step(first?.name ?? '', ''), ...rest])).toContain('another edition');
  });

  test('tell of a change once it is committed, and not of one that was taken back', async () => {
    let told = 0;
    const end = records.onChange('organisation', () => {
      told += 1;
    });
    const takenBack = records.db.transaction(async (transaction) => {
      await announceChange(transaction, 'organisation');
      transaction.rollback();
    });
    await expect(takenBack).rejects.toThrow('Rollback');
    await records.db.transaction((transaction) => announceChange(transaction, 'organisation'));
    await until('the change is told', () => told > 0, { within: 2_500 });
    end();
    const other = new Promise<void>((resolve) => records.onChange('organisation', resolve));
    await records.changed('organisation');
    await other;
    expect(told).toBe(1);
  });

  test('tell of a change even when the news of it was lost', async () => {
    let told = 0;
    const end = records.onChange('organisation', () => {
      told += 1;
    });
    await records.db.execute(
      sql`insert into record_changes values ('organisation', 9) on conflict (topic) do update set revision = 9`,
    );
    await until('the change is seen', () => told > 0);
    end();
    expect(told).toBe(1);
  });
});
