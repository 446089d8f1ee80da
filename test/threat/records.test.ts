import { dump } from '@haven/server/backup/dump';
import type { WrapUpForm } from '@haven/shared/protocol/contact-record';
import { hours, minutes } from '@haven/shared/units';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../contract/house';
import { answers, visitor } from '../contract/peers';
import { linkedPair } from '../contract/stories';
import { PERMITTED } from '../support/permitted-columns';
import { type OpenRecords, recordsAt } from '../support/records';
import { until } from '../support/until';

// A day at the desk, hour after hour: visitors who are answered, a chat that was heavy, one who is blocked, one whom
// nobody can take. Afterwards every table is read, those that no backup has as well.

/** From a range that documents use; nobody has them. */
const addressOf = (visitor: number) => `203.0.113.${200 + visitor}`;
const DAY = [
  ['sanne', 'alkmaar', 'skipped'],
  ['karim', 'almere', 'facts'],
  ['noor', 'amsterdam', 'blocked'],
  ['karim', 'almere', 'facts'],
  ['sanne', 'alkmaar', 'skipped'],
  ['noor', 'amsterdam', 'facts'],
] as const;

let house: House;
let records: OpenRecords;
const chats: string[] = [];
const secrets: string[] = DAY.map((_, visitor) => addressOf(visitor));
let began = 0;

const FORMS: Readonly<Record<'skipped' | 'facts', WrapUpForm>> = {
  skipped: { kind: 'skipped', reason: 'no-time' },
  facts: { kind: 'facts', forWhom: 'myself', topics: ['safety'], safety: 'red', actions: ['listened'] },
};

async function talk(visitor: number): Promise<void> {
  const [staffId, region, kind] = DAY[visitor] ?? DAY[0];
  const pair = await linkedPair(house, staffId, region, { 'x-forwarded-for': addressOf(visitor) });
  const { staff, chat } = pair;
  await pair.exchange(2);
  chats.push(chat);
  secrets.push(pair.capability(), pair.staffCapability());
  if (kind === 'blocked') {
    await staff.ask('block:set', { chat, hours: 24, reason: 'Threatens everybody who answers' });
  } else {
    await staff.ask('chat:close', { chat });
    await pair.visitor.ask('survey:answer', { helped: 'yes', safer: 'somewhat' });
    await staff.ask('wrap-up:finish', { chat, form: FORMS[kind] });
  }
  if (kind === 'facts') await staff.ask('debrief:ask', {});
  pair.leave();
}

beforeAll(async () => {
  began = Date.now();
  house = await openHouse({ settings: { trustProxy: 1 } });
  records = await recordsAt(house.databaseUrl);
  for (const visitor of DAY.keys()) {
    await talk(visitor);
    house.pass(hours(2));
  }
  const url = house.nodes[0]?.url ?? '';
  const passer = await visitor(url, { headers: { 'x-forwarded-for': addressOf(DAY.length) } });
  secrets.push(addressOf(DAY.length));
  await passer.refused('chat:enter', answers());
  passer.leave();
  house.pass(minutes(11));
  await until('what is kept of the chats is kept', async () => {
    const { rows } = await records.db.execute(sql`select 1 from contact_records`);
    return rows.length >= DAY.length;
  });
});
afterAll(async () => {
  await records.stop();
  await house.stop();
});

/** A backup, and every row of every table: some belong in no backup. */
const everything = async (): Promise<string[]> => {
  const lines: string[] = [];
  await dump(records.db, async (line) => void lines.push(line));
  const { rows: tables } = await records.db.execute<{ name: string }>(sql`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`);
  for (const { name } of tables) {
    const { rows } = await records.db.execute<{ row: string }>(
      sql`select ${name} || ' ' || to_jsonb(t)::text as row from ${sql.identifier(name)} t`,
    );
    lines.push(...rows.map(({ row }) => row));
  }
  return lines;
};

describe('The records', () => {
  test('have no column of which nobody said why no visitor is in it', async () => {
    const { rows } = await records.db.execute<{ table: string; column: string }>(sql`
      select table_name as table, column_name as column from information_schema.columns
      where table_schema not in ('pg_catalog', 'information_schema')`);
    const strange = rows.filter(
      ({ table, column }) => PERMITTED[table]?.columns.split(' ').includes(column) !== true,
    );
    expect(strange).toEqual([]);
    expect(rows.length).toBeGreaterThan(40);
  });

  test('hold no chat, no capability and no address after a day of chats', async () => {
    const text = (await everything()).join('');
    // The search finds what is there.
    expect(text).toContain('"sanne"');
    expect(text).toContain('"somewhat"');
    expect(text).toContain('sessions {');
    expect(text).toContain('Threatens everybody who answers');
    for (const chat of chats) {
      expect(text).not.toContain(chat);
      expect(text).not.toContain(Buffer.from(chat, 'base64url').toString('hex'));
    }
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  test('hold no time of a chat but the hour', async () => {
    const { rows } = await records.db.execute<{ row: string }>(
      sql`select c::text as row from contact_records c`,
    );
    for (const { row } of rows) {
      expect(row).not.toMatch(/\d{1,2}:\d{2}/);
      for (const [digits] of row.matchAll(/\d{9,}/g)) expect(Number(digits)).toBeLessThan(began / 1_000);
    }
    // Whom somebody blocked is gone at that moment.
    const { rows: acts } = await records.db.execute<{ past: string }>(
      sql`select at % ${hours(1)} as past from audit_log where act = 'visitor-blocked'`,
    );
    expect(acts.map(({ past }) => Number(past))).toEqual([0]);
  });
});
