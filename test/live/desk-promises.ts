import type { DeskPlan } from '@haven/server/desk/plan';
import type { ChatRecord, StaffRecord } from '@haven/server/desk/records';
import type { MemoryTables } from '@haven/server/live/memory-tables';
import type { DeskId, StaffId } from '@haven/shared/ids';
import { type OverflowStep, USUAL_OVERFLOW } from '@haven/shared/protocol/overflow';
import { reaches } from '@haven/shared/protocol/queue';
import { type Instant, type Milliseconds, minutes, seconds } from '@haven/shared/units';

/** What a step, and whoever is free, may take. */
const MOMENT = seconds(1);
const LAST_CALL = minutes(10);

type Terms = {
  readonly plan: DeskPlan;
  /** Chats at once of everybody. */
  readonly capacity: number;
  /** What else a deadline may take that a dying node had in hand. */
  readonly grace: Milliseconds;
};

type Sight = { readonly chats: ReadonlyMap<string, ChatRecord>; readonly offered: ReadonlySet<string> };
const NOTHING: Sight = { chats: new Map(), offered: new Set() };

const waits = ({ phase, visitor }: ChatRecord) => phase === 'waiting' && visitor.state === 'connected';

/** Who lost her counsellor comes first, then whoever came first. */
const isBefore = (one: ChatRecord, other: ChatRecord) =>
  one.returning === other.returning ? one.arrival < other.arrival : one.returning;

/** It rings at her, is hers, or is still to be wrapped up by her. */
const hasIt = ({ ringing, members, wrapUp, ended }: ChatRecord, who: StaffId) =>
  ringing?.to === who ||
  wrapUp?.staffId === who ||
  (ended === null && members.some(({ staffId }) => staffId === who));

/**
 * What the design promises, in words of its own: a rule of the desk that is wrong cannot hide itself here by being used.
 * To be asked at every moment at which anything happens; tells what was broken since the last.
 */
export function createPromises({ plan, capacity, grace }: Terms) {
  const freeSince = new Map<string, Instant>();
  let last = NOTHING;
  const shifts = plan.roster?.shifts ?? [];
  const desksOf = (regions: readonly string[], general: boolean): readonly DeskId[] => [
    ...plan.desks
      .filter((desk) => desk.regions.some((region) => regions.includes(region)))
      .map(({ id }) => id),
    ...(general ? [plan.generalDesk] : []),
  ];

  /** The desks for which she may be rung by the roster; null: for none. */
  function servesBy(staffId: StaffId, now: Instant): readonly DeskId[] | null {
    const at = (moment: Instant) =>
      shifts.find((each) => each.staffId === staffId && each.from <= moment && moment < each.until);
    const shift = at(now);
    if (shift === undefined) return null;
    let { until } = shift;
    for (let next = at(until); next; next = at(until)) ({ until } = next);
    return now >= until - LAST_CALL ? null : desksOf(shift.regions, shift.general);
  }

  const isStaffed = (desk: DeskId, now: Instant) =>
    shifts.some(
      ({ from, until, regions, general }) =>
        from <= now && now < until && desksOf(regions, general).includes(desk),
    );

  const stepsOf = ({ desk }: ChatRecord) => plan.overflow[desk] ?? USUAL_OVERFLOW;

  function isDone({ reach, told }: ChatRecord, step: OverflowStep): boolean {
    switch (step.does) {
      case 'reach-desks':
        return reach.everyone || step.desks.every((desk) => reach.desks.includes(desk));
      case 'reach-everyone':
        return reach.everyone;
      case 'alert-standby':
        return reach.standby;
      case 'tell-visitor':
        return told;
      default:
        return step satisfies never;
    }
  }

  function mayRing(chat: ChatRecord, one: StaffRecord, now: Instant): boolean {
    const serves = servesBy(one.staffId, now);
    if (serves === null || one.presence !== 'available' || one.seats.length === 0) return false;
    const due = stepsOf(chat).filter(({ after }) => chat.arrival + after <= now);
    if (due.some(({ does }) => does === 'reach-everyone')) return true;
    const wider = due.flatMap((step) => (step.does === 'reach-desks' ? step.desks : []));
    const hole = isStaffed(chat.desk, now) ? [] : [plan.generalDesk];
    return [chat.desk, ...wider, ...hole].some((desk) => serves.includes(desk));
  }

  function look(tables: MemoryTables, now: Instant): readonly string[] {
    const chats = [...tables.chats.values()];
    const staff = [...tables.staff.values()];
    const faults: string[] = [];
    const load = (who: StaffId) => chats.filter((chat) => hasIt(chat, who)).length;
    const waiting = chats.filter(waits);

    // Somebody waits, somebody is free for it: for no more than a moment.
    const pairs = new Set<string>();
    const free = staff.filter(
      ({ staffId }) => load(staffId) < capacity && !chats.some(({ ringing }) => ringing?.to === staffId),
    );
    for (const chat of waiting) {
      for (const one of free) if (mayRing(chat, one, now)) pairs.add(`${chat.chat} ${one.staffId}`);
    }
    for (const [pair, since] of freeSince) {
      if (now - since > MOMENT + grace) faults.push(`waited while somebody was free: ${pair}`);
      if (!pairs.has(pair)) freeSince.delete(pair);
    }
    for (const pair of pairs) if (!freeSince.has(pair)) freeSince.set(pair, now);

    // First in, first out within priority: who is rung now serves nobody who came before.
    const offered = new Set(
      chats.flatMap(({ chat, ringing }) => (ringing ? [`${chat} ${ringing.to} ${ringing.until}`] : [])),
    );
    for (const chat of chats) {
      const { ringing } = chat;
      if (!ringing || last.offered.has(`${chat.chat} ${ringing.to} ${ringing.until}`)) continue;
      const rung = staff.find(({ staffId }) => staffId === ringing.to);
      for (const other of waiting) {
        const before = last.chats.get(other.chat);
        if (!rung || !before || !waits(before) || !isBefore(other, chat)) continue;
        // Where a deadline may be late, the desk need not know yet.
        const isKnown = grace === 0 || reaches(other.reach, rung.duty);
        if (isKnown && mayRing(other, rung, now)) faults.push(`${other.chat} was overtaken by ${chat.chat}`);
      }
    }

    for (const { staffId } of staff) {
      const has = load(staffId);
      if (has > capacity) faults.push(`${staffId} has ${has} chats of ${capacity}`);
    }

    for (const chat of chats) {
      const owners = staff.filter((one) => one.chats.includes(chat.chat)).length;
      const lines = [...tables.sets].filter(
        ([name, set]) => /^queue:(?!\*)/.test(name) && set.score(chat.chat) !== null,
      ).length;
      const held = Number(chat.ringing !== null) + chat.members.length;
      if (owners > 1 || lines > 1 || (chat.ended === null && held > 1)) {
        faults.push(`${chat.chat} is in two places`);
      }
      if (chat.phase === 'active' && lines > 0) faults.push(`${chat.chat} is served, and waits`);
    }

    // No step before its time, and none later than a moment after it.
    for (const chat of chats) {
      if (chat.phase !== 'waiting' && chat.phase !== 'offered') continue;
      const before = last.chats.get(chat.chat);
      const known = before?.arrival === chat.arrival ? before : undefined;
      for (const step of stepsOf(chat)) {
        const late = now - chat.arrival - step.after;
        const isNew = isDone(chat, step) && !(known && isDone(known, step));
        if (isNew && late < 0) faults.push(`${chat.chat} took ${step.does} early`);
        const overdue = isNew || !isDone(chat, step);
        if (overdue && late > MOMENT + grace) faults.push(`${chat.chat} took ${step.does} late`);
      }
    }
    last = { chats: new Map(chats.map((chat) => [chat.chat, chat])), offered };
    return faults;
  }
  return look;
}
