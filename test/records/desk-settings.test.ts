import { deskNamed, staffOf } from '@haven/server/desk/testing/names';
import { openDeskSettings } from '@haven/server/organisation/desk-settings';
import { listAudit } from '@haven/server/records/audit-log';
import { readDeskSettings, writeDeskSetting } from '@haven/server/records/desk-settings';
import { setForDesk } from '@haven/server/staff/set-for-desk';
import type { OverflowStep } from '@haven/shared/protocol/overflow';
import { seconds } from '@haven/shared/units';
import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { freshRecords } from '../support/fresh-database';
import { RECORDS, recordsAt } from '../support/records';
import { until } from '../support/until';
import { emptied, PLACES } from './places';

const closing = createClosing();
afterEach(closing.close);

const desk = deskNamed('amsterdam');
const everyone = (after: number): OverflowStep[] => [{ does: 'reach-everyone', after: seconds(after) }];
const change = (version: number, value: OverflowStep[] | null, by = 'fatma') =>
  ({ kind: 'overflow', desk, version, value, by: staffOf(by), at: Date.UTC(2026, 2, 2) }) as const;

describe.each(Object.entries(PLACES))('What a desk goes by, in %s', (_where, makePlace) => {
  const records = emptied(makePlace);

  test('is the last version; the one before is kept to go back to', async () => {
    const { db } = records();
    expect(await readDeskSettings(db, 'overflow')).toEqual([]);
    expect(await writeDeskSetting(db, change(0, everyone(20)))).toBe(true);
    expect(await writeDeskSetting(db, change(1, everyone(30)))).toBe(true);
    expect(await writeDeskSetting(db, change(2, null))).toBe(true);
    expect(await readDeskSettings(db, 'overflow')).toEqual([
      {
        desk,
        version: 3,
        setBy: 'fatma',
        setAt: Date.UTC(2026, 2, 2),
        value: null,
        previous: { value: everyone(30) },
      },
    ]);
    expect(await readDeskSettings(db, 'hours')).toEqual([]);
  });

  test('is not changed by whoever has not seen the last version', async () => {
    const { db } = records();
    const [one, other] = await Promise.all([
      writeDeskSetting(db, change(0, everyone(20))),
      writeDeskSetting(db, change(0, everyone(30), 'wilma')),
    ]);
    expect(one).not.toBe(other);
    expect((await readDeskSettings(db, 'overflow'))[0]?.version).toBe(1);
  });

  test('is set with its entry in the audit log, or not at all', async () => {
    const { db } = await closing.add(await makePlace()).open();
    await db.execute(sql`alter table audit_log rename to elsewhere`);
    await expect(setForDesk(db, change(0, everyone(20)))).rejects.toThrow(/audit_log/);
    expect(await readDeskSettings(db, 'overflow')).toEqual([]);
    await db.execute(sql`alter table elsewhere rename to audit_log`);
    expect(await setForDesk(db, change(0, everyone(20)))).toBe(true);
    expect(await setForDesk(db, change(0, everyone(30)))).toBe(false);
    const { entries } = await listAudit(db, { before: null, by: null, act: 'overflow-set' });
    expect(entries).toMatchObject([{ by: 'fatma', about: desk }]);
  });

  test('keeps the last twenty versions', async () => {
    const { db } = records();
    for (let version = 0; version < 25; version += 1)
      await writeDeskSetting(db, change(version, everyone(version)));
    expect((await readDeskSettings(db, 'overflow'))[0]).toMatchObject({
      version: 25,
      previous: { value: everyone(23) },
    });
  });
});

test('Another node goes by it within a moment', async () => {
  const { url } = closing.add(await freshRecords());
  const [one, two] = [closing.add(await recordsAt(url)), closing.add(await recordsAt(url))];
  const settings = await openDeskSettings({ records: two, clock: RECORDS.clock, onFault: () => undefined });
  let changes = 0;
  settings.onChange(() => {
    changes += 1;
  });
  expect(settings.current()).toEqual({ overflow: {}, hours: {} });
  await writeDeskSetting(one.db, change(0, everyone(20)));
  await until('the other node knows', () => settings.current().overflow[desk] !== undefined);
  expect(settings.current().overflow).toEqual({ [desk]: everyone(20) });
  expect(changes).toBeGreaterThan(0);
});
