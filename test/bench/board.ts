import { mergeBoard } from '@haven/console/features/supervision/merge-board';
import { randomBytes } from 'node:crypto';
import type { DeskCommand } from '@haven/server/desk/commands';
import type { DeskPlan } from '@haven/server/desk/plan';
import { connectRedis } from '@haven/server/live/redis-connection';
import { createRedisDeskStore } from '@haven/server/live/redis-desk-store';
import { type BoardContent, boardOf } from '@haven/server/supervision/board';
import { differenceOf } from '@haven/server/supervision/changes';
import { houseCounts } from '@haven/server/supervision/day-tally';
import { alarmsAfter, NO_ALARMS, USUAL_THRESHOLDS } from '@haven/shared/board/alarms';
import type { ChatId, DeskId, RegionId, SeatId, StaffId } from '@haven/shared/ids';
import type { Board, BoardChange } from '@haven/shared/protocol/board';
import { byStart, type Roster, type Shift } from '@haven/shared/roster/roster';
import { hours } from '@haven/shared/units';
import { type Closing, createClosing } from '../support/closing';
import { startRedis } from '../support/redis-server';
import type { Plan } from './plan';
import { compare, type Measurement } from './report';

const KEPT = { usual: [], thresholdsOf: () => USUAL_THRESHOLDS };

type Size = { readonly desks: number; readonly counsellors: number };
const SMALL: Size = { desks: 1, counsellors: 10 };
const LARGE: Size = { desks: 50, counsellors: 500 };

const regionOf = (id: DeskId) => `region-${id}` as RegionId;

/** Everybody's eight hours a day for a week: what the hours ahead and their holes are made of. */
function rosterOf({ desks, counsellors }: Size, now: number): Roster {
  const shifts = Array.from({ length: counsellors * 7 }, (_, index): Shift => {
    const [person, day] = [index % counsellors, Math.floor(index / counsellors)];
    const from = now + hours(24 * day - 12 + 8 * (Math.floor(person / desks) % 3));
    return {
      id: `shift-${index}`,
      staffId: `counsellor-${person}` as StaffId,
      from,
      until: from + hours(8),
      regions: [regionOf(`desk-${person % desks}` as DeskId)],
      general: person % desks === 0,
      kind: 'duty',
    };
  });
  return { version: 1, timeZone: 'Europe/Amsterdam', shifts: shifts.toSorted(byStart) };
}

const planOf = ({ desks }: Size): DeskPlan => {
  const ids = Array.from({ length: desks }, (_, index) => `desk-${index}` as DeskId);
  return {
    desks: ids.map((id) => ({ id, name: { nl: id, en: id }, regions: [regionOf(id)] })),
    generalDesk: ids[0] as DeskId,
    roster: null,
    overflow: {},
    hours: {},
    timeZone: 'Europe/Amsterdam',
  };
};

/** An organisation at work, two of five counsellors with a chat, and one update of its board after one change. */
async function openHouse(closing: Closing, size: Size) {
  const { url } = closing.add(await startRedis());
  const connected = await connectRedis(url, () => undefined);
  if (!connected.ok) throw new Error('The Redis of this bench cannot be reached.');
  closing.defer(() => connected.value.close());
  const plan = planOf(size);
  const store = createRedisDeskStore({ redis: connected.value, plan: () => plan, random: Math.random });
  const now = Date.now();
  const execute = async (command: DeskCommand) => {
    const outcome = await store.execute(command, now);
    if (!outcome.ok) throw new Error(`${command.kind}: ${outcome.error}`);
  };
  for (let index = 0; index < size.counsellors; index += 1) {
    const staffId = `counsellor-${index}` as StaffId;
    const desk = plan.desks[index % size.desks]?.id ?? plan.generalDesk;
    const seat = randomBytes(16).toString('base64url') as SeatId;
    const profile = {
      staffId,
      displayName: `Counsellor ${index}`,
      role: 'counsellor',
      desks: [desk],
      languages: ['nl'],
    } as const;
    const presence = 'busy';
    await execute({
      kind: 'staff-enter',
      staffId,
      connection: staffId,
      profile,
      seat,
      presence,
      capacity: 3,
      certifiedUntil: Number.MAX_SAFE_INTEGER,
    });
    if (index % 5 >= 2) continue;
    const chat = randomBytes(16).toString('base64url') as ChatId;
    const answers = { region: null, language: 'nl', forWhom: null, topics: [] } as const;
    const entry = { answers: { ...answers, topics: [] }, proven: true };
    await execute({ kind: 'enter', chat, connection: chat, ...entry });
    await execute({ kind: 'overflow-step', chat });
    await store.execute({ kind: 'claim', chat, staffId, seat }, now);
  }
  let before: BoardContent = {
    desks: [],
    regions: [],
    people: [],
    red: [],
    today: houseCounts(new Map()),
    quarters: [],
    ahead: [],
    holes: [],
    usual: [],
    thresholds: [],
  };
  let turn = 0;
  const shown: DeskPlan = { ...plan, roster: rosterOf(size, now) };
  return {
    update: async (): Promise<Update> => {
      turn += 1;
      const presence = turn % 2 === 0 ? 'busy' : 'pause';
      await execute({ kind: 'set-presence', staffId: 'counsellor-0' as StaffId, presence });
      const [start, used] = [performance.now(), process.cpuUsage()];
      const read = await store.records(null);
      if (!read.ok || read.value === null) throw new Error('Nothing was read.');
      const readIn = processorTime(used);
      const board = boardOf({ ...read.value, tally: new Map(), kept: KEPT }, shown, now);
      const change = JSON.stringify(differenceOf(before, board));
      const [time, processor] = [performance.now() - start, processorTime(used)];
      const applied = applyIn({ version: 1, now, ...before }, change);
      before = board;
      const whole = JSON.stringify(board);
      return { time, processor, readIn, bytes: Buffer.byteLength(change), whole, applied };
    },
  };
}

type Update = {
  readonly time: number;
  /** Of this process, for all of it and for reading the records alone; milliseconds. */
  readonly processor: number;
  readonly readIn: number;
  /** To one watcher. */
  readonly bytes: number;
  readonly whole: string;
  /** What a console needs to read the change and to look for alarms. */
  readonly applied: number;
};

function processorTime(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** `before`: of version 1. */
function applyIn(before: Board, change: string): number {
  const start = performance.now();
  const difference = JSON.parse(change) as Omit<BoardChange, 'from' | 'version' | 'now'>;
  const next = mergeBoard(before, { from: 1, version: 2, now: before.now, ...difference });
  if (next === null) throw new Error('The change does not follow.');
  alarmsAfter(NO_ALARMS, next, next.now);
  return performance.now() - start;
}

function parsedIn(whole: string): number {
  const start = performance.now();
  JSON.parse(whole);
  return performance.now() - start;
}

/**
 * What one update of the board costs, from reading the desk to the text that is sent. Fifty times as many records may
 * cost fifty times as much, and no more.
 */
export async function measureBoard(plan: Plan): Promise<readonly Measurement[]> {
  const closing = createClosing();
  try {
    const [small, large] = [await openHouse(closing, SMALL), await openHouse(closing, LARGE)];
    const [inSmall, inLarge]: [Update[], Update[]] = [[], []];
    const warmUp = 10;
    for (let round = 0; round < plan.decisions + warmUp; round += 1) {
      inSmall.push(await small.update());
      inLarge.push(await large.update());
    }
    const goal = { kind: 'ratio-at-most', limit: LARGE.counsellors / SMALL.counsellors } as const;
    const what = {
      bench: 'board',
      metric: `update, ${SMALL.desks} desk/${SMALL.counsellors} → ${LARGE.desks} desks/${LARGE.counsellors} counsellors`,
      unit: 'ms',
      goal,
    };
    const [smalls, larges] = [inSmall.slice(warmUp), inLarge.slice(warmUp)];
    const of = (updates: readonly Update[], value: (update: Update) => number) => updates.map(value);
    const inHouse = `${LARGE.desks} desks/${LARGE.counsellors} counsellors/${(LARGE.counsellors * 2) / 5} chats`;
    return [
      compare(
        what,
        of(larges, ({ time }) => time),
        of(smalls, ({ time }) => time),
      ),
      compare(
        {
          bench: 'board',
          metric: `processor time of an update, ${inHouse}, beside reading the records`,
          unit: 'ms',
          goal: { kind: 'ratio-at-most', limit: 5 },
        },
        of(larges, ({ processor }) => processor),
        of(larges, ({ readIn }) => readIn),
      ),
      compare(
        {
          bench: 'board',
          metric: 'an update to one watcher, beside the whole board',
          unit: 'B',
          goal: { kind: 'ratio-at-most', limit: 0.05 },
        },
        of(larges, ({ bytes }) => bytes),
        of(larges, ({ whole }) => Buffer.byteLength(whole)),
      ),
      compare(
        {
          bench: 'board',
          metric: 'taken in by a console, alarms included, beside parsing the whole board',
          unit: 'ms',
          goal: { kind: 'ratio-at-most', limit: 1 },
        },
        of(larges, ({ applied }) => applied),
        of(larges, ({ whole }) => parsedIn(whole)),
      ),
    ];
  } finally {
    await closing.close();
  }
}
