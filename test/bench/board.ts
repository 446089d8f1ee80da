import { randomBytes } from 'node:crypto';
import type { DeskCommand } from '@haven/server/desk/commands';
import type { DeskPlan } from '@haven/server/desk/plan';
import { connectRedis } from '@haven/server/live/redis-connection';
import { createRedisDeskStore } from '@haven/server/live/redis-desk-store';
import { type BoardContent, boardOf } from '@haven/server/supervision/board';
import { differenceOf } from '@haven/server/supervision/changes';
import { USUAL_THRESHOLDS } from '@haven/shared/board/alarms';
import type { ChatId, DeskId, SeatId, StaffId } from '@haven/shared/ids';
import { type Closing, createClosing } from '../support/closing';
import { startRedis } from '../support/redis-server';
import type { Plan } from './plan';
import { compare, type Measurement } from './report';

const KEPT = { usual: [], thresholdsOf: () => USUAL_THRESHOLDS };

type Size = { readonly desks: number; readonly counsellors: number };
const SMALL: Size = { desks: 1, counsellors: 10 };
const LARGE: Size = { desks: 50, counsellors: 500 };

const planOf = ({ desks }: Size): DeskPlan => {
  const ids = Array.from({ length: desks }, (_, index) => `desk-${index}` as DeskId);
  return {
    desks: ids.map((id) => ({ id, name: { nl: id, en: id }, regions: [] })),
    generalDesk: ids[0] as DeskId,
    roster: null,
    overflow: {},
    hours: {},
    timeZone: 'Europe/Amsterdam',
  };
};

/** An organisation at work, each second counsellor with a chat, and one update of its board after one change. */
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
    if (index % 2 === 1) continue;
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
    quarters: [],
    ahead: [],
    holes: [],
    usual: [],
    thresholds: [],
  };
  let turn = 0;
  return {
    update: async (): Promise<number> => {
      turn += 1;
      const presence = turn % 2 === 0 ? 'busy' : 'pause';
      await execute({ kind: 'set-presence', staffId: 'counsellor-0' as StaffId, presence });
      const start = performance.now();
      const read = await store.records(null);
      if (!read.ok || read.value === null) throw new Error('Nothing was read.');
      const board = boardOf({ ...read.value, tally: new Map(), kept: KEPT }, plan, now);
      JSON.stringify(differenceOf(before, board));
      const time = performance.now() - start;
      before = board;
      return time;
    },
  };
}

/**
 * What one update of the board costs, from reading the desk to the text that is sent. Fifty times as many records may
 * cost fifty times as much, and no more.
 */
export async function measureBoard(plan: Plan): Promise<readonly Measurement[]> {
  const closing = createClosing();
  try {
    const [small, large] = [await openHouse(closing, SMALL), await openHouse(closing, LARGE)];
    const [inSmall, inLarge]: [number[], number[]] = [[], []];
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
    return [compare(what, inLarge.slice(warmUp), inSmall.slice(warmUp))];
  } finally {
    await closing.close();
  }
}
