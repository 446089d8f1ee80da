import { dump } from '@haven/server/backup/dump';
import { minutes } from '@haven/shared/units';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../contract/house';
import { answers, visitor } from '../contract/peers';
import { linkedPair } from '../contract/stories';
import { PERMITTED } from '../support/permitted-columns';
import { type OpenRecords, recordsAt } from '../support/records';
import { until } from '../support/until';

// A day at the desk: visitors who are answered, one who leaves at once, one whom nobody can take. Afterwards everything
// that was kept is read.

/** From a range that documents use; nobody has it. */
const ADDRESS = '203.0.113.209';
const DAY = { chats: 3 };

let house: House;
let records: OpenRecords;
const chats: string[] = [];
const secrets: string[] = [ADDRESS];
let began = 0;

beforeAll(async () => {
  began = Date.now();
  house = await openHouse({ settings: { trustProxy: 1 } });
  records = await recordsAt(house.databaseUrl);
  for (const [staffId, region] of [
    ['sanne', 'alkmaar'],
    ['karim', 'almere'],
    ['noor', 'amsterdam'],
  ] as const) {
    const pair = await linkedPair(house, staffId, region);
    await pair.exchange(2);
    chats.push(pair.chat);
    secrets.push(pair.capability(), pair.staffCapability());
    await pair.staff.ask('chat:close', { chat: pair.chat });
    await pair.visitor.ask('survey:answer', { helped: 'yes', safer: 'somewhat' });
    await pair.staff.ask('wrap-up:finish', {
      chat: pair.chat,
      form: { kind: 'skipped', reason: 'no-time' },
    });
    pair.leave();
  }
  const url = house.nodes[0]?.url ?? '';
  const passer = await visitor(url, { headers: { 'x-forwarded-for': ADDRESS } });
  await passer.refused('chat:enter', answers());
  passer.leave();
  house.pass(minutes(11));
  await until('what is kept of the chats is kept', async () => {
    const { rows } = await records.db.execute(sql`select 1 from contact_records`);
    return rows.length >= DAY.chats;
  });
});
afterAll(async () => {
  await records.stop();
  await house.stop();
});

const everything = async (): Promise<string[]> => {
  const lines: string[] = [];
  await dump(records.db, async (line) => void lines.push(line));
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
  });
});
