import type { RegionId, StaffId } from '@haven/shared/ids';
import type { Shift } from '@haven/shared/roster/roster';
import { hours } from '@haven/shared/units';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { startRedis } from '../support/redis-server';
import { type House, openHouse } from './house';
import { counsellor } from './peers';

const NOOR = 'noor' as StaffId;
const KARIM = 'karim' as StaffId;
const now = Date.now();

const shift = (id: string, staffId: StaffId, from: number, until: number): Shift => ({
  id,
  staffId,
  from: now + hours(from),
  until: now + hours(until),
  regions: ['amsterdam' as RegionId],
  general: false,
  kind: 'duty',
});

describe('The roster, asked for over the wire', () => {
  const closing = createClosing();
  let house: House;
  let here: string;
  let there: string;
  beforeAll(async () => {
    const redis = closing.add(await startRedis());
    house = closing.add(await openHouse({ redisUrl: redis.url, nodes: 2 }));
    here = house.nodes[0]?.url ?? '';
    there = house.nodes[1]?.url ?? '';
  });
  afterAll(closing.close);

  test('Fatma plans and publishes, and Noor on another node sees only what is published', async () => {
    const fatma = await counsellor(here, 'fatma');
    const noor = await counsellor(there, 'noor');
    const window = { from: now - hours(24), until: now + hours(72) };
    expect(await noor.ask('roster:look', window)).toMatchObject({ version: 0, draft: null, holes: [] });
    const early = shift('early', NOOR, 24, 32);
    expect(await fatma.ask('roster:edit', { save: [early], remove: [], seen: [] })).toMatchObject({
      saved: true,
    });
    const double = await fatma.ask('roster:edit', {
      save: [shift('late', NOOR, 30, 40)],
      remove: [],
      seen: [],
    });
    expect(double).toMatchObject({ saved: false, conflicts: [{ kind: 'double-booking', with: 'early' }] });
    expect((await noor.ask('roster:mine', {})).shifts).toEqual([]);
    const difference = await fatma.ask('roster:difference', {});
    const { version } = await fatma.ask('roster:publish', { seen: difference.seen });
    await noor.told('roster:changed');
    const seen = await noor.ask('roster:look', window);
    expect(seen).toMatchObject({ version, published: [early], draft: null });
    expect(seen.holes.length).toBeGreaterThan(0);
    expect((await noor.ask('roster:mine', {})).shifts).toEqual([early]);
    expect(await noor.refused('roster:publish', { seen: difference.seen })).toBe('not-permitted');
    expect(seen.mark).toBeNull();
    // Wilma still sees the roster of before: what she would undo without knowing is refused by name.
    const wilma = await counsellor(there, 'wilma');
    expect(await wilma.refused('roster:edit', { save: [], remove: ['early'], seen: [] })).toBe('outdated');
    expect(await wilma.refused('roster:publish', { seen: difference.seen })).toBe('outdated');
    const quarter = { first: '2027-01-04', last: '2027-01-10', seen: 'older' };
    expect(await wilma.refused('roster:generate', quarter)).toBe('outdated');
    const weeks = { from: '2027-01-04', to: '2027-01-11', seen: { from: 'older', to: 'older' } };
    expect(await wilma.refused('roster:copy-week', weeks)).toBe('outdated');
    // Whoever plans is told of every change, also who takes no chats.
    const general = { ...early, general: true };
    await fatma.ask('roster:edit', { save: [general], remove: [], seen: [early] });
    await wilma.told('roster:changed');
    wilma.leave();
    fatma.leave();
    noor.leave();
  });

  test('Noor gives her shift to Karim, once Fatma approves', async () => {
    const [fatma, noor, karim] = await Promise.all([
      counsellor(here, 'fatma'),
      counsellor(there, 'noor'),
      counsellor(here, 'karim'),
    ]);
    const swap = await noor.ask('roster:swap-ask', { shift: 'early', inReturn: null, to: KARIM });
    const step = { swap: swap.id } as const;
    expect(await noor.refused('roster:swap-step', { ...step, step: 'accept' })).toBe('not-yours');
    await karim.ask('roster:swap-step', { ...step, step: 'accept' });
    await fatma.ask('roster:swap-step', { ...step, step: 'approve' });
    expect((await karim.ask('roster:mine', {})).shifts.map(({ id }) => id)).toEqual(['early']);
    // However far ahead, with the shifts that it speaks of.
    expect(await noor.ask('roster:swaps', {})).toMatchObject({
      swaps: [{ id: swap.id, state: 'approved' }],
      shifts: [{ id: swap.shift }],
    });
    for (const peer of [fatma, noor, karim]) peer.leave();
  });

  test('a calendar follows the roster by an address that can be revoked', async () => {
    const karim = await counsellor(here, 'karim');
    const { feed, path } = await karim.ask('roster:feed-make', { team: null, language: 'nl' });
    const read = async () => fetch(`${there}${path}`);
    const answer = await read();
    expect(answer.headers.get('content-type')).toContain('text/calendar');
    expect(await answer.text()).toContain('SUMMARY:Dienst · Amsterdam');
    expect((await fetch(`${there}/calendar/${'A'.repeat(43)}.ics`)).status).toBe(404);
    expect((await karim.ask('roster:feeds', {})).feeds).toEqual([feed]);
    await karim.ask('roster:feed-revoke', { feed: feed.id });
    expect((await read()).status).toBe(404);
    karim.leave();
  });

  test('the audit log has what is decided over colleagues and who takes a team’s hours outside, and nothing of one’s own', async () => {
    const [fatma, noor, karim, wilma] = await Promise.all([
      counsellor(here, 'fatma'),
      counsellor(there, 'noor'),
      counsellor(here, 'karim'),
      counsellor(there, 'wilma'),
    ]);
    const acts = async () => {
      const { entries } = await wilma.ask('audit:list', { before: null, by: null, act: null });
      return entries.map(({ by, act, about }) => [by, act, about]);
    };
    const before = await acts();
    // A team may be called by what a desk is known by.
    const team = { id: 'amsterdam', name: 'Avondploeg', region: null, members: [NOOR, KARIM] };
    await fatma.ask('roster:arrange', { change: { kind: 'team', team }, seen: null });
    for (const step of ['withdraw', 'decline', 'reject'] as const) {
      const { id: swap } = await karim.ask('roster:swap-ask', { shift: 'early', inReturn: null, to: NOOR });
      const by = { withdraw: karim, decline: noor, reject: fatma }[step];
      await by.ask('roster:swap-step', { swap, step });
      expect(await by.refused('roster:swap-step', { swap, step })).toBe('wrong-phase');
    }
    const own = await noor.ask('roster:feed-make', { team: null, language: 'nl' });
    await noor.ask('roster:feed-revoke', { feed: own.feed.id });
    const { feed } = await noor.ask('roster:feed-make', { team: team.id, language: 'nl' });
    expect(await noor.refused('roster:feed-make', { team: 'nobody', language: 'nl' })).toBe('outdated');
    const change = { kind: 'remove', noun: 'team', id: team.id } as const;
    await fatma.ask('roster:arrange', { change, seen: team });
    await noor.ask('roster:feed-revoke', { feed: feed.id });
    const since = (await acts()).slice(0, -before.length);
    expect(since).toEqual([
      [NOOR, 'team-calendar-revoked', 'amsterdam'],
      ['fatma', 'roster-arranged', 'Avondploeg'],
      [NOOR, 'team-calendar-made', 'Avondploeg'],
      ['fatma', 'swap-rejected', 'karim, noor'],
      ['fatma', 'roster-arranged', 'Avondploeg'],
    ]);
    for (const peer of [fatma, noor, karim, wilma]) peer.leave();
  });

  test('asks for no more than can be answered', async () => {
    const noor = await counsellor(here, 'noor');
    expect(await noor.refused('roster:look', { from: 0, until: now })).toBe('malformed');
    const fatma = await counsellor(here, 'fatma');
    const range = { first: '2027-01-01', last: '2029-01-01', seen: null };
    expect(await fatma.refused('roster:generate', range)).toBe('malformed');
    noor.leave();
    fatma.leave();
  });

  test('a calendar stops with the access of whoever made it', async () => {
    const [yara, wilma] = await Promise.all([counsellor(here, 'yara'), counsellor(there, 'wilma')]);
    const { path } = await yara.ask('roster:feed-make', { team: null, language: 'en' });
    expect((await fetch(`${there}${path}`)).status).toBe(200);
    await wilma.ask('people:deactivate', { staffId: 'yara' as StaffId });
    await expect.poll(async () => (await fetch(`${here}${path}`)).status).toBe(404);
    for (const peer of [yara, wilma]) peer.leave();
  });
});
