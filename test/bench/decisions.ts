import { randomBytes } from 'node:crypto';
import type { DeskCommand } from '@haven/server/desk/commands';
import type { DeskPlan } from '@haven/server/desk/plan';
import type { StaffProfile } from '@haven/server/desk/records';
import type { DeskStore, Outcome } from '@haven/server/live/desk-store';
import { createRedisDeskStore } from '@haven/server/live/redis-desk-store';
import { connectRedis } from '@haven/server/live/redis-connection';
import type { ChatId, DeskId, SeatId, StaffId } from '@haven/shared/ids';
import { TIMING } from '@haven/shared/protocol/limits';
import { type Closing, createClosing } from '../support/closing';
import { startRedis } from '../support/redis-server';
import type { Plan } from './plan';
import { compare, type Measurement } from './report';

const GENERAL = 'general' as DeskId;
const ANNA: StaffProfile = {
  staffId: 'anna' as StaffId,
  displayName: 'Anna',
  role: 'counsellor',
  desks: [GENERAL],
  languages: ['nl'],
};
const SEAT = randomBytes(16).toString('base64url') as SeatId;
const ANSWERS = { region: null, language: 'nl', forWhom: null, topics: [] } as const;
const PLAN: DeskPlan = {
  generalDesk: GENERAL,
  desks: [{ id: GENERAL, name: { nl: '', en: '' }, regions: [] }],
  roster: null,
  overflow: {},
  hours: {},
  timeZone: 'Europe/Amsterdam',
};

type Decisions = { readonly offer: number; readonly claim: number; readonly overflow: number };

/** A desk with many waiting chats, in the process of the bench, on a Redis of its own. */
type BusyDesk = { decide(): Promise<Decisions> };

async function openDesk(closing: Closing, waiting: number): Promise<BusyDesk> {
  const { url } = closing.add(await startRedis());
  const connected = await connectRedis(url, () => undefined);
  if (!connected.ok) throw new Error('The desk’s Redis cannot be reached.');
  closing.defer(() => connected.value.close());
  const store: DeskStore = createRedisDeskStore({
    redis: connected.value,
    plan: () => PLAN,
    random: Math.random,
  });
  let now = Date.now();
  const execute = async (command: DeskCommand, at = now): Promise<Outcome> => {
    now += 1;
    const outcome = await store.execute(command, at);
    if (!outcome.ok) throw new Error(`${command.kind}: ${outcome.error}`);
    return outcome.value;
  };
  const { staffId } = ANNA;
  const enter = async (): Promise<ChatId> => {
    const chat = randomBytes(16).toString('base64url') as ChatId;
    await execute({
      kind: 'enter',
      chat,
      connection: `c-${chat}`,
      answers: { ...ANSWERS, topics: [] },
      proven: true,
    });
    return chat;
  };
  await execute({
    kind: 'staff-enter',
    staffId,
    connection: 'anna',
    profile: ANNA,
    seat: SEAT,
    presence: 'busy',
    capacity: 1,
    certifiedUntil: Number.MAX_SAFE_INTEGER,
  });
  for (let count = 0; count < waiting; count += 1) await enter();

  const timed = async <T>(work: Promise<T>): Promise<{ readonly value: T; readonly time: number }> => {
    const start = performance.now();
    const value = await work;
    return { value, time: performance.now() - start };
  };
  return {
    decide: async () => {
      const offered = await timed(execute({ kind: 'set-presence', staffId, presence: 'available' }));
      const chat = offered.value.facts.flatMap((fact) =>
        fact.kind === 'offer' ? [fact.offer.item.chat] : [],
      )[0];
      if (chat === undefined) throw new Error('Nothing was offered.');
      const claimed = await timed(execute({ kind: 'claim', chat, staffId, seat: SEAT }));
      await execute({ kind: 'set-presence', staffId, presence: 'busy' });
      await execute({ kind: 'close', chat, staffId });
      await execute({ kind: 'finish-wrap-up', chat, staffId, form: { kind: 'skipped', reason: 'no-time' } });
      // The queue stays as long as it was; its last one is the one whose overflow is due.
      const last = await enter();
      const widened = await timed(execute({ kind: 'overflow-step', chat: last }, now + 2 * TIMING.widen));
      if (widened.value.chat?.record.reach.everyone !== true) throw new Error('The overflow reached nobody.');
      return { offer: offered.time, claim: claimed.time, overflow: widened.time };
    },
  };
}

/** What a decision costs with few and with many waiting chats; the few stand in the floor's place. */
export async function measureDecisions(plan: Plan): Promise<readonly Measurement[]> {
  const closing = createClosing();
  try {
    const [few, many] = [await openDesk(closing, plan.waiting[0]), await openDesk(closing, plan.waiting[1])];
    const warmUp = 5;
    const [inFew, inMany]: [Decisions[], Decisions[]] = [[], []];
    for (let round = 0; round < plan.decisions + warmUp; round += 1) {
      inFew.push(await few.decide());
      inMany.push(await many.decide());
    }
    const goal = { kind: 'ratio-at-most', limit: 2 } as const;
    return (['claim', 'offer', 'overflow'] as const).map((metric) => {
      const times = (decisions: readonly Decisions[]) => decisions.slice(warmUp).map((each) => each[metric]);
      const what = {
        bench: 'decisions',
        metric: `${metric}, ${plan.waiting.join(' → ')} waiting`,
        unit: 'ms',
        goal,
      };
      return compare(what, times(inMany), times(inFew));
    });
  } finally {
    await closing.close();
  }
}
