import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from '@haven/server/backup/dump';
import { restore } from '@haven/server/backup/restore';
import { openDatabase } from '@haven/server/records/database';
import { migrate, readMigrations } from '@haven/server/records/migrate';
import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/child';
import { createClosing } from '../support/closing';
import { runCommand } from '../support/command';
import { freshDatabase } from '../support/fresh-database';
import { startServer } from '../support/haven-server';
import { RECORDS } from '../support/records';

const closing = createClosing();
afterEach(closing.close);

const known = readMigrations(RECORDS.files.migrations);
const folder = () => {
  const made = temporaryFolder('backup');
  closing.defer(made.remove);
  return made.path;
};
const database = async () => closing.add(await freshDatabase()).url;
const rowsOf = (path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('['))
    .toSorted();

describe('A backup by command', () => {
  test('goes from PostgreSQL into a folder and back, and everything is the same', async () => {
    const [first, second] = [await database(), await database()];
    await (await startServer({ databaseUrl: first })).stop();
    const [files, dataDir] = [folder(), folder()];
    const [one, two, three] = ['one', 'two', 'three'].map((name) => join(files, name)) as [
      string,
      string,
      string,
    ];
    const made = await runCommand(['backup', one], { DATABASE_URL: first });
    expect(made).toMatchObject({ code: 0 });
    expect(statSync(one).mode & 0o777).toBe(0o600);
    expect(rowsOf(one).join('\n')).toContain('"sanne"');
    expect(await runCommand(['restore', one], { DATA_DIR: dataDir })).toMatchObject({ code: 0 });

    // In the folder the server is up; it hands the backup out itself.
    const server = await startServer({ dataDir, databaseUrl: null });
    expect(await runCommand(['backup', two], { DATA_DIR: dataDir })).toMatchObject({ code: 0 });
    await server.stop();
    expect(await runCommand(['restore', two], { DATABASE_URL: second })).toMatchObject({ code: 0 });
    expect(await runCommand(['backup', three], { DATABASE_URL: second })).toMatchObject({ code: 0 });
    const withoutAudit = (path: string) => rowsOf(path).filter((line) => !line.includes('"backup-'));
    expect(withoutAudit(two)).toEqual(withoutAudit(one));
    expect(withoutAudit(three)).toEqual(withoutAudit(one));
    // The log goes on where it was, and is still one chain.
    const verified = await runCommand(['audit', 'verify'], { DATABASE_URL: second });
    expect(verified).toMatchObject({ code: 0 });
    expect(verified.output).toContain('as it was written: 6 entries');
  });

  test('replaces no file, and is restored into nothing but an empty database', async () => {
    const url = await database();
    await (await startServer({ databaseUrl: url })).stop();
    const path = join(folder(), 'backup');
    await runCommand(['backup', path], { DATABASE_URL: url });
    const before = readFileSync(path);
    const again = await runCommand(['backup', path], { DATABASE_URL: url });
    expect(again).toMatchObject({ code: 1 });
    expect(again.output).toContain('cannot be made (EEXIST)');
    expect(readFileSync(path).equals(before)).toBe(true);
    const over = await runCommand(['restore', path], { DATABASE_URL: url });
    expect(over).toMatchObject({ code: 1 });
    expect(over.output).toContain('there are records already');
  });

  test('that was cut short, or changed in between, or made by a newer Haven, restores nothing', async () => {
    const url = await database();
    await (await startServer({ databaseUrl: url })).stop();
    const path = join(folder(), 'backup');
    await runCommand(['backup', path], { DATABASE_URL: url });
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    const target = await database();
    const refused = async (changed: readonly string[]) => {
      const damaged = join(folder(), 'damaged');
      writeFileSync(damaged, `${changed.join('\n')}\n`);
      const { code, output } = await runCommand(['restore', damaged], { DATABASE_URL: target });
      expect(code).toBe(1);
      return output;
    };
    expect(await refused(lines.slice(0, -1))).toContain('damaged or not whole');
    const aRow = lines.findIndex((line) => line.startsWith('['));
    expect(await refused(lines.toSpliced(aRow, 1))).toContain('damaged or not whole');
    expect(await refused(['hello'])).toContain('no backup of Haven’s records');
    const newer = lines[0]?.replace(']', ',{"name":"0999_later","hash":"x"}]') ?? '';
    expect(await refused([newer, ...lines.slice(1)])).toContain('newer or another Haven (by its 0999_later)');
    expect(await runCommand(['restore', path], { DATABASE_URL: target })).toMatchObject({ code: 0 });
  });
});

test('A backup of an older schema is brought up to date, and keeps every kind of value', async () => {
  const kinds = {
    name: '0100_kinds',
    hash: 'kinds',
    statements: `create table kinds (
      id integer generated always as identity primary key, words text[], whole jsonb, bits bytea,
      hours int8range, moment timestamptz, fraction double precision, flag boolean)`,
  };
  const later = { name: '0101_later', hash: 'later', statements: 'alter table kinds add column more text' };
  const open = async () => {
    const { db, pool } = openDatabase({ connectionString: await database() }, () => undefined);
    closing.defer(() => pool.end());
    return db;
  };
  const [before, after] = [await open(), await open()];
  await migrate(before, [...known, kinds]);
  await before.execute(sql`
    insert into kinds (words, whole, bits, hours, moment, fraction, flag) values
    ('{"a, b","{c}",null}', '{"nl":"één \\"citaat\\""}', '\\x00ff', '[1,5)', '2026-10-25T02:30:00.123+02', 0.1, true),
    (null, null, null, null, null, null, null)`);
  const lines: string[] = [];
  await dump(before, async (line) => void lines.push(line));
  const each = async function* () {
    yield* lines;
  };
  expect(await restore(after, each(), [...known, kinds, later])).toEqual({ ok: true, value: 2 });
  const all = async (db: typeof after, columns: string) =>
    (await db.execute(sql`select ${sql.raw(columns)} from kinds order by id`)).rows;
  const columns = 'id, words, whole, bits, hours, moment, fraction, flag';
  expect(await all(after, columns)).toEqual(await all(before, columns));
  await after.execute(sql`insert into kinds (more) values ('the numbers go on')`);
  expect((await all(after, 'id')).at(-1)).toEqual({ id: 3 });
});
