import { existsSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { openRecords } from '@haven/server/records/open-records';
import { afterEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/child';
import { createClosing } from '../support/closing';
import { startFails, startServer } from '../support/haven-server';
import { RECORDS, recordsIn } from '../support/records';

const closing = createClosing();
afterEach(closing.close);

const folder = () => {
  const made = temporaryFolder('records');
  closing.defer(made.remove);
  return made.path;
};

describe('Records in a folder', () => {
  test('belong to one process; a second one is told which', async () => {
    const dataDir = folder();
    const first = closing.add(await startServer({ dataDir, databaseUrl: null }));
    const { code, output } = await startFails({ dataDir, databaseUrl: null });
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(output).toContain(`DATA_DIR is in use by process ${first.pid}, `);
    for (const file of ['lock', '.s.PGSQL.5432']) {
      expect(statSync(join(dataDir, 'records', file)).mode & 0o777).toBe(0o600);
    }
  });

  test('are found in a folder named from where the server was started, as the usual one is', async () => {
    const opened = await open(relative(process.cwd(), folder()));
    expect(opened.ok).toBe(true);
    if (opened.ok) await opened.value.close();
  });

  test('are taken over from a process that was killed, with all that it wrote', async () => {
    const dataDir = folder();
    const first = await startServer({ dataDir, databaseUrl: null });
    await first.kill9();
    expect(existsSync(join(dataDir, 'records/lock'))).toBe(true);
    const [one, two] = await Promise.all([1, 2].map(() => open(dataDir)));
    // Of two that find the same stale lock, one gets it.
    expect([one, two].filter((each) => each?.ok)).toHaveLength(1);
    for (const each of [one, two]) if (each?.ok) closing.defer(each.value.close);
  });

  test('are made anew when the first start was broken off halfway', async () => {
    const dataDir = folder();
    await (await recordsIn(dataDir)).stop();
    rmSync(join(dataDir, 'records/whole'));
    rmSync(join(dataDir, 'records/database/global'), { recursive: true });
    const again = closing.add(await recordsIn(dataDir));
    await expect(again.changed('organisation')).resolves.toBeUndefined();
  });

  test('are not opened under a path that no socket could have', async () => {
    const opened = await open(join(folder(), 'a'.repeat(90)));
    expect(opened.ok ? '' : opened.error).toMatch(/^DATA_DIR must be shorter/);
  });
});

const open = (dataDir: string) => openRecords({ ...RECORDS, databaseUrl: null, dataDir });
