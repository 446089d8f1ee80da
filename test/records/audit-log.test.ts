import { openAudit } from '@haven/server/audit/audit';
import { staffOf } from '@haven/server/desk/testing/names';
import { appendAudit, auditHead, listAudit, verifyAudit } from '@haven/server/records/audit-log';
import { AUDIT_PAGE, type AuditEntry } from '@haven/shared/protocol/audit';
import { hours, minutes } from '@haven/shared/units';
import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { freshRecords } from '../support/fresh-database';
import { startNetwork } from '../support/network-cut';
import { RECORDS, recordsAt } from '../support/records';
import { until } from '../support/until';
import { PLACES } from './places';

const closing = createClosing();
afterEach(closing.close);

const NOON = Date.UTC(2026, 10, 23, 12);
const act = (over: Partial<AuditEntry> = {}) => ({
  at: NOON,
  by: staffOf('wilma'),
  act: 'backup-made' as const,
  about: 'haven-monday.backup',
  reason: '',
  ...over,
});
const everything = { before: null, by: null, act: null };

describe.each(Object.entries(PLACES))('The audit log in %s', (_where, makePlace) => {
  test('is whole, and says which entry was changed or taken out afterwards', async () => {
    const { db } = await closing.add(await makePlace()).open();
    expect(await verifyAudit(db, null)).toMatchObject({ head: { number: 0 }, fault: null });
    for (const about of ['één', 'two “too”', 'three']) await appendAudit(db, act({ about, by: null }));
    const { rows } = await db.execute<{ hash: string }>(sql`select hash from audit_log where number = 2`);
    const noted = { number: 2, hash: rows[0]?.hash ?? '' };
    expect(await verifyAudit(db, noted)).toEqual({ head: await auditHead(db), fault: null });

    await db.execute(sql`update audit_log set reason = 'another' where number = 2`);
    expect((await verifyAudit(db, null)).fault).toEqual({ number: 2, fault: 'changed' });
    await db.execute(sql`delete from audit_log where number = 2`);
    expect((await verifyAudit(db, null)).fault).toEqual({ number: 2, fault: 'missing' });
    // Cut off at its end it is whole again, except for whoever noted where it ended.
    await db.execute(sql`delete from audit_log where number = 3`);
    expect((await verifyAudit(db, null)).fault).toBeNull();
    expect((await verifyAudit(db, noted)).fault).toEqual({ number: 2, fault: 'missing' });
    await appendAudit(db, act({ about: 'instead' }));
    expect((await verifyAudit(db, noted)).fault).toEqual({ number: 2, fault: 'changed' });
  });
});

test('What is done while the database is away holds, and is written when it is back, once: of a joining, the hour', async () => {
  const { url } = closing.add(await freshRecords());
  const { hostname, port } = new URL(url);
  const network = closing.add(await startNetwork(() => [{ host: hostname, port: Number(port) }]));
  const through = new URL(url);
  through.port = String(network.port);
  const { db } = closing.add(await recordsAt(through.href));
  let now = NOON + minutes(50);
  let faults = 0;
  const audit = openAudit({
    db,
    // What waits is tried again soon.
    clock: { now: () => now, after: (_delay, callback) => RECORDS.clock.after(20, callback) },
    onFault: () => {
      faults += 1;
    },
  });
  const [noor, karim, fatma] = [staffOf('noor'), staffOf('karim'), staffOf('fatma')];
  network.cut();
  audit.joined({ by: noor, joined: fatma });
  await until('it cannot be written', () => faults > 1);
  audit.joined({ by: karim, joined: fatma });
  await audit.append({ by: fatma, act: 'intake-paused', about: 'haarlem', reason: 'Fire alarm' });
  now += hours(3);
  network.resume();
  const read = async () => (await listAudit(db, everything)).entries;
  await until('all are written', async () => (await read().catch(() => [])).length === 3);
  await audit.stop();
  const joining = { at: NOON, act: 'colleague-joined', about: fatma };
  expect(await read()).toMatchObject([
    { at: NOON + minutes(50), by: fatma, act: 'intake-paused', about: 'haarlem', reason: 'Fire alarm' },
    { ...joining, by: karim },
    { ...joining, by: noor },
  ]);
  expect((await verifyAudit(db, null)).fault).toBeNull();
});

describe('The audit log of several nodes', () => {
  test('is one chain, however many write at the same moment', async () => {
    const { url } = closing.add(await freshRecords());
    const nodes = [closing.add(await recordsAt(url)), closing.add(await recordsAt(url))];
    const writers = Array.from({ length: 20 }, (_, n) => nodes[n % 2]!.db);
    await Promise.all(writers.map((db, n) => appendAudit(db, act({ about: `file ${n}` }))));
    const verdict = await verifyAudit(nodes[0]!.db, null);
    expect(verdict).toMatchObject({ head: { number: 20 }, fault: null });
  });

  test('comes in pages, newest first, and by person', async () => {
    const { url } = closing.add(await freshRecords());
    const { db } = closing.add(await recordsAt(url));
    for (let n = 0; n < AUDIT_PAGE + 5; n += 1) {
      await appendAudit(db, act({ by: staffOf(n % 10 === 0 ? 'fatma' : 'wilma') }));
    }
    const first = await listAudit(db, everything);
    expect([first.entries[0]?.number, first.entries.length, first.more]).toEqual([55, AUDIT_PAGE, true]);
    const rest = await listAudit(db, { ...everything, before: first.entries.at(-1)?.number ?? 0 });
    expect(rest.entries.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1]);
    expect(rest.more).toBe(false);
    const hers = await listAudit(db, { ...everything, by: staffOf('fatma') });
    expect(hers.entries.map(({ number }) => number)).toEqual([51, 41, 31, 21, 11, 1]);
    expect((await listAudit(db, { ...everything, act: 'backup-restored' })).entries).toEqual([]);
  });
});
