import { createChance } from '@haven/server/simulation/chance';
import { isQueued } from '@haven/server/desk/lines';
import { openDutyDesk, type DutyDesk } from '@haven/server/desk/testing/duty-desk';
import { chatOf, NO_TIME, staffOf } from '@haven/server/desk/testing/names';
import { createMemoryDeskStore } from '@haven/server/live/memory-desk-store';
import { memoryTables } from '@haven/server/live/memory-tables';
import { PLAN } from '@haven/server/desk/testing/names';
import { composeRecord } from '@haven/server/reports/compose-record';
import { hours, minutes, seconds } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import { dumpOfTables } from './desk-fixtures';
import { faultsOf } from './desk-invariants';

const MIDNIGHT = Date.UTC(2026, 2, 2);

const SHIFTS = [
  { name: 'noor', from: 0, to: 8, desks: ['amsterdam', 'haarlem', 'general'], languages: ['nl', 'en'] },
  { name: 'bram', from: 8, to: 16, desks: ['amsterdam'], languages: ['nl'] },
  { name: 'carla', from: 8, to: 17, desks: ['haarlem'], languages: ['nl', 'en'] },
  { name: 'gerda', from: 9, to: 17, desks: ['general'], languages: ['nl'] },
  { name: 'ilse', from: 15, to: 23, desks: ['amsterdam', 'general'], languages: ['nl', 'en'] },
  { name: 'joke', from: 16, to: 24, desks: ['haarlem'], languages: ['nl'] },
] as const;

/** How often something was noted. */
function createTally() {
  const counts = new Map<string, number>();
  return { counts, note: (what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1) };
}

type Plan = { readonly at: number; readonly act: () => Promise<void> };

/** A day on which people do as people do: some decline, some are not at their desk, some lose their connection. */
async function playDay(seed: number) {
  const tables = memoryTables(MIDNIGHT);
  const desk: DutyDesk = openDutyDesk(MIDNIGHT, createMemoryDeskStore({ plan: () => PLAN, tables }));
  const chance = createChance(seed);
  const count = {
    entered: 0,
    turnedAway: 0,
    answered: 0,
    leftWaiting: 0,
    lost: 0,
    handedOver: 0,
    returned: 0,
  };
  const waits: number[] = [];
  const taken = new Set<string>();
  const happened = createTally();
  const faults: string[] = [];
  let plans: Plan[] = [];
  const at = (time: number, act: () => Promise<void>) => plans.push({ at: time, act });
  const later = (time: number, act: () => Promise<void>) => at(desk.now() + time, act);
  const phaseOf = (name: string) => tables.chats.get(chatOf(name))?.phase;
  const counsellorOf = (name: string) => tables.chats.get(chatOf(name))?.members[0]?.staffId;

  for (const shift of SHIFTS) {
    at(MIDNIGHT + hours(shift.from), async () => {
      await desk.comes(shift.name, { desks: shift.desks, languages: shift.languages, capacity: 3 });
    });
    at(MIDNIGHT + hours(shift.to) - minutes(10), async () => void (await desk.sets(shift.name, 'busy')));
    at(MIDNIGHT + hours(shift.to) + minutes(50), async () => {
      for (const chat of tables.staff.get(staffOf(shift.name))?.chats ?? []) {
        await desk.tell({ kind: 'close', chat, staffId: staffOf(shift.name) });
        const form = { kind: 'finish-wrap-up', chat, staffId: staffOf(shift.name), form: NO_TIME } as const;
        if ((await desk.tell(form)).ok) happened.note('skipped');
      }
      await desk.goes(shift.name);
    });
  }

  // In the morning one computer is dead for a minute, in the afternoon another for an hour.
  const crash = (name: 'carla' | 'ilse', hour: number, time: number) => {
    at(MIDNIGHT + hours(hour), async () => desk.falls(name));
    at(MIDNIGHT + hours(hour) + time, async () => {
      const { desks, languages } = SHIFTS.find((shift) => shift.name === name) ?? SHIFTS[0];
      await desk.comes(name, { desks, languages, capacity: 3, presence: 'available' });
    });
  };
  crash('carla', 11, minutes(1));
  crash('ilse', 18, minutes(60));

  let visitors = 0;
  for (let time = MIDNIGHT + minutes(5); time < MIDNIGHT + hours(23); ) {
    const hour = (time - MIDNIGHT) / hours(1);
    time += chance.about(hour < 8 ? minutes(25) : minutes(5));
    const name = `Anna ${visitors}`;
    visitors += 1;
    at(time, () => enter(name));
  }

  async function enter(name: string): Promise<void> {
    count.entered += 1;
    const region = chance.oneOf(['amsterdam', 'haarlem', 'zaanstad', null] as const);
    const language = chance.once(0.15) ? 'en' : 'nl';
    const entered = await desk.enters(name, { region, language });
    if (!entered.ok) {
      expect(entered.error).toBe('turned-away');
      count.turnedAway += 1;
      return;
    }
    happened.note(`region ${region}`);
    happened.note(`language ${language}`);
    later(minutes(4) + chance.about(minutes(10)), async () => {
      const chat = tables.chats.get(chatOf(name));
      if (!chat || !isQueued(chat)) return;
      count.leftWaiting += 1;
      await desk.tell({ kind: 'leave', chat: chatOf(name), reason: 'visitor-closed' });
    });
    if (chance.once(0.2)) later(chance.about(minutes(5)), () => stumble(name));
  }

  async function stumble(name: string): Promise<void> {
    if (phaseOf(name) === undefined || phaseOf(name) === 'ended') return;
    await desk.loses(name);
    if (chance.once(0.7)) later(chance.about(seconds(20)), () => desk.returns(name).catch(() => undefined));
  }

  /** What rings is answered after a while, mostly. */
  const noticed = new Set<string>();
  function notice(): void {
    for (const [staffId, staff] of tables.staff) {
      for (const chat of staff.ringing) {
        const name = Buffer.from(chat, 'base64url').toString().replace(/\.+$/, '');
        const ring = `${staffId} ${chat} ${tables.chats.get(chat)?.ringing?.until ?? ''}`;
        if (noticed.has(ring)) continue;
        noticed.add(ring);
        later(minutes(2), () => backAtDesk(staffId));
        if (chance.once(0.08)) continue;
        if (chance.once(0.08)) later(seconds(5), async () => void (await desk.declines(staffId, name)));
        else later(seconds(2) + chance.about(seconds(4)), () => answer(staffId, name));
      }
    }
  }
  const backAtDesk = async (name: string) => {
    if (tables.staff.get(staffOf(name))?.presence === 'away')
      await desk.sets(name, 'available').catch(() => undefined);
  };

  async function answer(who: string, name: string): Promise<void> {
    const first = tables.chats.get(chatOf(name))?.phase === 'offered';
    const claimed = await desk.claims(who, name);
    if (!claimed.ok) return;
    taken.add(name);
    if (first) {
      count.answered += 1;
      const chat = tables.chats.get(chatOf(name));
      if (chat && !chat.returning) waits.push((chat.claimedAt ?? 0) - chat.enteredAt);
    }
    if (chance.once(0.2)) later(minutes(3), () => handOver(name));
    later(minutes(3) + chance.about(minutes(12)), () => finish(name));
  }

  async function handOver(name: string): Promise<void> {
    const by = counsellorOf(name);
    const target = chance.oneOf(['general', 'haarlem', 'amsterdam'] as const);
    const desks = PLAN.desks.find(({ id }) => id === target)?.id;
    if (!by || !desks) return;
    await desk.tell({
      kind: 'transfer-ask',
      chat: chatOf(name),
      staffId: by,
      target: { kind: 'desk', desk: desks },
    });
    later(minutes(1), async () => {
      const chat = tables.chats.get(chatOf(name));
      const incoming = chat?.members.find((member) => member.role === 'incoming');
      if (!chat || !incoming?.seat) return;
      const { staffId, seat } = incoming;
      await desk.must({ kind: 'link-open', chat: chat.chat, staffId, seat, epoch: chat.epoch + 1 });
      await desk.must({ kind: 'transfer-complete', chat: chat.chat, epoch: chat.epoch + 1 });
      count.handedOver += 1;
    });
  }

  async function finish(name: string): Promise<void> {
    const staffId = counsellorOf(name);
    if (!staffId || phaseOf(name) !== 'active') return;
    await desk.tell(
      chance.once(0.5)
        ? { kind: 'close', chat: chatOf(name), staffId }
        : {
            kind: 'leave',
            chat: chatOf(name),
            reason: chance.oneOf(['visitor-closed', 'emergency-exit', 'silence']),
          },
    );
    if (chance.once(0.7)) {
      later(chance.about(minutes(2)), async () => {
        const form = { kind: 'finish-wrap-up', chat: chatOf(name), staffId, form: NO_TIME } as const;
        if ((await desk.tell(form)).ok) happened.note('skipped');
      });
    }
  }

  const END = MIDNIGHT + hours(26);
  while (desk.now() < END) {
    await desk.pass(seconds(1));
    notice();
    const due = plans.filter((plan) => plan.at <= desk.now());
    if (due.length > 0) {
      plans = plans.filter((plan) => plan.at > desk.now());
      for (const plan of due) await plan.act();
    }
    if (desk.now() % minutes(5) === 0) faults.push(...faultsOf(dumpOfTables(tables)));
  }
  const ends = new Map<string, number>();
  for (const fact of desk.facts) {
    const chat = fact.kind === 'chat' ? fact.sight.record : null;
    if (chat?.ended && chat.members.length === 0 && chat.ended.reason === 'lost') count.lost += 1;
    if (fact.kind === 'chat-gone' && fact.reason === 'returned-to-queue') count.returned += 1;
    if (fact.kind === 'chat-gone' && fact.reason === 'wrapped-up')
      ends.set(fact.chat, (ends.get(fact.chat) ?? 0) + 1);
  }
  const contacts = desk.facts.flatMap((fact) =>
    fact.kind === 'contact' ? composeRecord(fact.contact, 'Europe/Amsterdam') : [],
  );
  return { count, waits, faults, ends, tables, visitors, taken, happened, contacts };
}

describe('A day at the desk', () => {
  it.each([1, 2])('leaves nobody behind (day %i)', async (seed) => {
    const { count, waits, faults, ends, tables, visitors } = await playDay(seed);
    expect(faults).toEqual([]);
    expect(count.entered).toBe(visitors);
    expect(visitors).toBeGreaterThan(150);
    expect(count.answered).toBeGreaterThan(visitors / 2);
    expect(count.handedOver).toBeGreaterThan(0);
    expect(count.returned).toBeGreaterThan(0);
    expect([...ends.values()].every((times) => times === 1)).toBe(true);
    // Everybody who came in was answered, left, or was lost; answered twice only if a counsellor was lost.
    expect(count.turnedAway + count.leftWaiting + count.lost + count.answered).toBeGreaterThanOrEqual(
      visitors,
    );
    const median = waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)] ?? Infinity;
    expect(median).toBeLessThan(minutes(2));
    expect(tables.chats.size).toBe(0);
    expect(tables.staff.size).toBe(0);
    expect([...tables.sets.keys()]).toEqual([]);
    expect(tables.duty).toEqual({ onDuty: 0, slots: 0, taken: 0 });
  });

  it('is in the contact records as it happened: each chat once, and every count the same', async () => {
    const { count, taken, happened, contacts } = await playDay(3);
    const recorded = createTally();
    for (const { region, language, registration } of contacts) {
      recorded.note(`region ${region}`);
      recorded.note(`language ${language}`);
      if (registration === 'skipped') recorded.note('skipped');
    }
    expect(contacts).toHaveLength(count.entered - count.turnedAway);
    expect(Object.fromEntries(recorded.counts)).toEqual(Object.fromEntries(happened.counts));
    const unanswered = contacts.filter(({ registration }) => registration === 'unanswered');
    expect(contacts.length - unanswered.length).toBe(taken.size);
    expect(unanswered.every(({ duration }) => duration === null)).toBe(true);
  });
});
