import { type ChatId, chatId, seatId, type StaffId } from '@haven/shared/ids';
import type { WrapUpForm } from '@haven/shared/protocol/contact-record';
import type { Language } from '@haven/shared/protocol/organisation';
import type { Presence } from '@haven/shared/protocol/presence';
import type { Instant, Milliseconds } from '@haven/shared/units';
import { days, hours, minutes, seconds } from '@haven/shared/units';
import type { DeskCommand } from '../desk/commands';
import { isQueued } from '../desk/lines';
import type { DeskPlan } from '../desk/plan';
import { DEADLINES } from '../desk/set-changes';
import type { DeskStore, DueCommand } from '../live/desk-store';
import { createMemoryDeskStore } from '../live/memory-desk-store';
import { type MemoryTables, memoryTables, setIn } from '../live/memory-tables';
import type { Chance } from './chance';
import { createConnections, type Deaths } from './connections';
import type { Visitor } from './demand';
import { createDiary } from './diary';

/** What became of one visitor. */
export type Course = {
  readonly visitor: Visitor;
  /** null: never. */
  readonly answeredAt: Instant | null;
  readonly by: StaffId | null;
  readonly turnedAway: boolean;
};

type Setting = {
  readonly plan: DeskPlan;
  readonly visitors: readonly Visitor[];
  readonly start: Instant;
  readonly weeks: number;
  readonly chance: Chance;
  /** Called whenever the desk has come to rest. */
  readonly onRest?: (tables: MemoryTables, now: Instant) => void;
  /** A node died with this in hand: it is executed when its deadline shows again. */
  readonly isLost?: (due: DueCommand) => boolean;
  /** So often one of the nodes dies, and with it a third of the connections. */
  readonly deaths?: Deaths;
  /** The desk over these tables, where it is not the usual one. */
  readonly openDesk?: (tables: MemoryTables) => DeskStore;
  readonly habits?: Habits;
  /** What else goes on. */
  readonly meanwhile?: (world: World) => void;
};

/** How people are here, where they are not as usual. */
export type Habits = {
  /** Everybody speaks all languages. */
  readonly languagesOf?: (who: StaffId) => readonly Language[];
  /** Whether she passes on what rings at her now; usually nobody does. */
  readonly declines?: () => boolean;
  /** All that people do happens on its strokes: so much comes at once. */
  readonly stroke?: Milliseconds;
};

/** For whoever does something in it. */
export type World = {
  readonly tables: MemoryTables;
  readonly tell: (command: DeskCommand) => ReturnType<DeskStore['execute']>;
  readonly now: () => Instant;
  readonly later: (wait: Milliseconds, act: () => Promise<unknown>) => void;
  /** Her last tab is closed, and she is back after this while. */
  readonly goes: (who: StaffId, back: Milliseconds) => Promise<void>;
  /** Her tab is here at once, on another connection, and shows this. */
  readonly reloads: (who: StaffId, shows: Presence) => Promise<void>;
  /** Her visitor's connection is gone; null: for good. */
  readonly stumbles: (chat: ChatId, back: Milliseconds | null) => Promise<void>;
};

/** Of a hundred shifts so many have nobody: illness, a train, a child. */
const ABSENT = 0.04;
/** Of a hundred rings so many find nobody at the desk; she is back soon. */
const UNNOTICED = 0.03;
const BACK: Milliseconds = minutes(3);
const CAPACITY = 2;
/** What is noted of a chat makes no difference here. */
const UNFINISHED: WrapUpForm = { kind: 'skipped', reason: 'no-time' };

const sixteen = (name: string) => Buffer.from(name.padEnd(16, '.').slice(0, 16)).toString('base64url');
const chatNamed = (name: string) => chatId.parse(sixteen(name));
const seatOf = (staff: StaffId) => seatId.parse(sixteen(staff));

/**
 * Weeks at a desk with its real rules, on a clock that jumps from one event to the next: people come for their shifts,
 * visitors come and lose patience, what rings is answered after a few seconds.
 */
export async function play(setting: Setting): Promise<readonly Course[]> {
  const { plan, visitors, start, weeks, chance, onRest, isLost, deaths, habits = {} } = setting;
  const tables = memoryTables(start);
  const store = setting.openDesk?.(tables) ?? createMemoryDeskStore({ plan: () => plan, tables });
  const diary = createDiary();
  const courses = new Map<string, Course>();
  const rung = new Map<StaffId, number>();
  const end = start + days(7) * weeks + hours(2);
  let now = start;

  const tell = (command: DeskCommand) => store.execute(command, now);
  const { stroke = 1 } = habits;
  const later: World['later'] = (wait, act) =>
    diary.add(Math.ceil((now + Math.round(wait)) / stroke) * stroke, act);
  /** Connections do not end by themselves here. */
  const holdLeases = (leases: Parameters<typeof store.renewLeases>[0]) =>
    store.renewLeases(leases, end + days(1));

  /** `shows`: what her console shows; null: nothing, so the desk goes by what it knows of her. */
  async function comes(who: StaffId, until: Instant, shows: Presence | null = 'available'): Promise<void> {
    const seat = seatOf(who);
    const connection = connections.renewed(who);
    const profile = {
      staffId: who,
      displayName: who,
      role: 'counsellor',
      desks: [],
      languages: habits.languagesOf?.(who) ?? ['nl', 'en'],
    } as const;
    await tell({
      kind: 'staff-enter',
      staffId: who,
      seat,
      connection,
      presence: now < until ? shows : null,
      capacity: CAPACITY,
      profile,
      certifiedUntil: end + days(1),
    });
    await holdLeases({ visitors: [], seats: [{ staffId: who, seat, connection }] });
    diary.add(Math.max(now, until + hours(1)), () =>
      tell({ kind: 'seat-left', staffId: who, seat, connection }),
    );
  }

  const connections = createConnections({ tables, store, tell, later, holdLeases, comes, now: () => now });
  const { cutOff, goes, reloads, stumbles } = connections;

  async function enters(visitor: Visitor): Promise<void> {
    const chat = chatNamed(visitor.name);
    const { region, language, proof } = visitor;
    const entered = await tell({
      kind: 'enter',
      chat,
      connection: visitor.name,
      proven: proof === undefined,
      answers: { region, language, forWhom: null, topics: [] },
    });
    courses.set(chat, { visitor, answeredAt: null, by: null, turnedAway: !entered.ok });
    if (!entered.ok) return;
    await holdLeases({ visitors: [{ chat, connection: visitor.name }], seats: [] });
    if (typeof proof === 'number') later(proof, () => tell({ kind: 'prove', chat }));
    later(visitor.patience, async () => {
      const record = tables.chats.get(chat);
      if (record && isQueued(record)) await tell({ kind: 'leave', chat, reason: 'visitor-closed' });
    });
  }

  /** What rings is answered, mostly. */
  function notice(): void {
    for (const [who, staff] of tables.staff) {
      const [chat] = staff.ringing;
      const until = chat && (tables.chats.get(chat)?.ringing?.until ?? null);
      if (!chat || !until || rung.get(who) === until || cutOff.has(who)) continue;
      rung.set(who, until);
      if (chance.once(UNNOTICED)) {
        later(BACK, async () => {
          if (tables.staff.get(who)?.duty.kind === 'duty') {
            await tell({ kind: 'set-presence', staffId: who, presence: 'available' });
          }
        });
      } else if (habits.declines?.() === true) {
        later(seconds(2), () => tell({ kind: 'decline', chat, staffId: who }));
      } else later(seconds(2) + chance.about(seconds(4)), () => answers(who, chat));
    }
  }

  async function answers(who: StaffId, chat: ReturnType<typeof chatNamed>): Promise<void> {
    if (cutOff.has(who)) return;
    const claimed = await tell({ kind: 'claim', chat, staffId: who, seat: seatOf(who) });
    const course = courses.get(chat);
    if (!claimed.ok || !course) return;
    if (course.answeredAt === null) courses.set(chat, { ...course, answeredAt: now, by: who });
    later(course.visitor.talk, async () => {
      await tell({ kind: 'close', chat, staffId: who });
      later(course.visitor.wrapUp, () =>
        tell({ kind: 'finish-wrap-up', chat, staffId: who, form: UNFINISHED }),
      );
    });
  }

  for (const { staffId, from, until } of plan.roster?.shifts ?? []) {
    if (!chance.once(ABSENT)) diary.add(Math.max(start, from), () => comes(staffId, until));
  }
  for (const visitor of visitors) diary.add(visitor.at, () => enters(visitor));
  if (deaths) connections.nodesDie(deaths);
  setting.meanwhile?.({ tables, tell, now: () => now, later, goes, reloads, stumbles });

  while (now < end) {
    const deadlines = setIn(tables, DEADLINES);
    const [first] = deadlines.page(0, 1);
    const due = first === undefined ? Infinity : (deadlines.score(first) ?? Infinity);
    now = Math.max(now, Math.min(end, diary.next() ?? Infinity, due));
    for (const act of diary.upTo(now)) await act();
    const taken = await store.takeDue(now, 64);
    for (const command of taken.ok ? taken.value : []) if (isLost?.(command) !== true) await tell(command);
    notice();
    onRest?.(tables, now);
  }
  return [...courses.values()];
}
