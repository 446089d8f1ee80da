import { USUAL_THRESHOLDS } from '@haven/shared/board/alarms';
import type { Board, BoardChange } from '@haven/shared/protocol/board';
import { ok } from '@haven/shared/result';
import { minutes, seconds } from '@haven/shared/units';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DeskPlan } from '../desk/plan';
import { type DutyDesk, openDutyDesk } from '../desk/testing/duty-desk';
import { deskNamed, PLAN } from '../desk/testing/names';
import { createMemoryTallyStore } from '../live/tally-store';
import { createBoardFeed } from './feed';

const KEPT = { usual: [], thresholdsOf: () => USUAL_THRESHOLDS };

/** A node whose timers run when the story says so, and which counts how often it reads. */
function openNode(desk: DutyDesk) {
  const reads = { all: 0, whole: 0 };
  const timers: { readonly at: number; readonly run: () => void }[] = [];
  let now = desk.now();
  const failures: string[] = [];
  let isBroken = false;
  let plan = PLAN;
  const feed = createBoardFeed({
    desk: {
      records: async (seen) => {
        reads.all += 1;
        if (isBroken) return { ok: false, error: 'unavailable' };
        const read = await desk.store.records(seen);
        if (read.ok && read.value !== null) reads.whole += 1;
        return read;
      },
    },
    tallies: createMemoryTallyStore(() => now),
    kept: async () => KEPT,
    plan: () => plan,
    timeZone: () => 'Europe/Amsterdam',
    clock: {
      now: () => now,
      after: (delay, run) => {
        const timer = { at: now + delay, run };
        timers.push(timer);
        return () => void timers.splice(timers.indexOf(timer), 1);
      },
    },
    onFailure: (error) => failures.push(error),
  });
  const settle = async () => {
    for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
  };
  return {
    feed,
    reads,
    failures,
    timers,
    goesBy: (next: DeskPlan) => {
      plan = next;
    },
    breaks: (broken: boolean) => {
      isBroken = broken;
    },
    pass: async (time: number) => {
      for (const end = now + time; now < end; ) {
        now += 50;
        for (const timer of timers.filter(({ at }) => at <= now)) {
          timers.splice(timers.indexOf(timer), 1);
          timer.run();
        }
        await settle();
      }
    },
  };
}

const waitingAt = (rows: Board['desks'] | undefined) =>
  rows?.find(({ desk }) => desk === deskNamed('amsterdam'))?.waiting;

describe('Watching the board', () => {
  let desk: DutyDesk;
  let node: ReturnType<typeof openNode>;
  const heard: BoardChange[] = [];
  beforeEach(async () => {
    heard.length = 0;
    desk = openDutyDesk();
    node = openNode(desk);
    await desk.comes('Noor', { presence: 'busy' });
  });
  const watch = async (name = 'fatma') => {
    const board = await node.feed.watch(name, (change) => heard.push(change));
    if (!board.ok) throw new Error(board.error);
    return board.value;
  };

  it('tells what changed within a second, each change after the one before', async () => {
    const board = await watch();
    expect(waitingAt(board.desks)).toBe(0);
    await desk.enters('Anna');
    await node.pass(seconds(1));
    await desk.enters('Bo');
    await node.pass(seconds(1.5));
    expect(heard.map(({ desks }) => waitingAt(desks))).toEqual([1, 2]);
    expect(heard[0]?.from).toBe(board.version);
    expect(heard[1]?.from).toBe(heard[0]?.version);
    expect(heard[0]?.desks).toHaveLength(1);
    expect(heard[0]?.people).toEqual([]);
  });

  it('reads the whole at most once a second, once for all who watch, and not at all while nothing happens', async () => {
    await Promise.all([watch('fatma'), watch('wall'), watch('another wall')]);
    expect(node.reads.whole).toBe(1);
    await node.pass(minutes(1));
    expect(node.reads.whole).toBe(1);
    for (let visitor = 0; visitor < 20; visitor += 1) {
      await desk.enters(`Anna ${visitor}`);
      await node.pass(seconds(0.25));
    }
    expect(node.reads.whole).toBeLessThanOrEqual(7);
  });

  it('costs nothing when nobody watches', async () => {
    await watch();
    node.feed.leave('fatma');
    const before = node.reads.all;
    await desk.enters('Anna');
    await node.pass(minutes(1));
    expect(node.reads.all).toBe(before);
    expect(node.timers).toEqual([]);
    expect(heard).toEqual([]);
    expect(waitingAt((await watch()).desks)).toBe(1);
  });

  it('says that a counsellor is gone', async () => {
    await watch();
    await desk.goes('Noor');
    await desk.pass(minutes(2));
    await node.pass(seconds(2));
    expect(heard.flatMap(({ gone }) => gone)).toEqual(['noor']);
  });

  it.each<[string, DeskPlan]>([
    ['desk', { ...PLAN, desks: PLAN.desks.filter(({ id }) => id !== 'haarlem') }],
    [
      'region',
      { ...PLAN, desks: PLAN.desks.map((each) => (each.id === 'haarlem' ? { ...each, regions: [] } : each)) },
    ],
  ])(
    'has whoever watches ask for the whole once a %s is retired: no change takes a row away',
    async (_what, plan) => {
      const board = await watch();
      node.goesBy(plan);
      await node.pass(seconds(2));
      expect(heard.map(({ from }) => from)).not.toContain(board.version);
      const { desks, regions } = await watch();
      expect([desks.length, regions.length]).toEqual([
        plan.desks.length,
        plan.desks.flatMap((each) => each.regions).length,
      ]);
      await desk.enters('Anna');
      await node.pass(seconds(2));
      expect(heard.at(-1)?.from).toBe(heard[0]?.version);
    },
  );

  it('is refused while the live state cannot be reached, and goes on by itself once it can', async () => {
    node.breaks(true);
    expect(await node.feed.watch('fatma', () => undefined)).toEqual({ ok: false, error: 'unavailable' });
    node.breaks(false);
    await watch();
    node.breaks(true);
    await desk.enters('Anna');
    await node.pass(seconds(5));
    expect(heard).toEqual([]);
    expect(node.failures).toContain('unavailable');
    node.breaks(false);
    await node.pass(seconds(1));
    expect(heard.map(({ desks }) => waitingAt(desks))).toEqual([1]);
  });
});

describe('A watch that ends before it has begun', () => {
  it('hears nothing', async () => {
    const desk = openDutyDesk();
    const node = openNode(desk);
    const heard: BoardChange[] = [];
    const watching = node.feed.watch('fatma', (change) => heard.push(change));
    node.feed.leave('fatma');
    expect(await watching).toMatchObject(ok({}));
    await desk.comes('Noor');
    await node.pass(seconds(3));
    expect(heard).toEqual([]);
  });
});
