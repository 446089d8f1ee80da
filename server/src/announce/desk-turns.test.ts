import type { DeskNow } from '@haven/shared/protocol/desk-now';
import type { OpeningHours } from '@haven/shared/protocol/opening-hours';
import { err, ok } from '@haven/shared/result';
import { VirtualClock } from '@haven/shared/transport/testing/virtual-clock';
import { hours, minutes, seconds } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import type { DeskPlan } from '../desk/plan';
import { deskNamed, PLAN, published, shiftOn } from '../desk/testing/names';
import { createDeskTurns } from './desk-turns';

const NINE = Date.parse('2026-03-02T09:00+01:00');
const amsterdam = deskNamed('amsterdam');
const office = [{ from: '09:00', until: '17:00' }];
const HOURS: OpeningHours = {
  week: [office, office, office, office, office, [], []],
  days: [],
  message: { nl: 'Van 9 tot 17 uur', en: 'From 9 to 5' },
};

/** A node at ten to nine on a Monday, and what its consoles were told since it began. */
async function openNode(first: DeskPlan) {
  const clock = new VirtualClock();
  const behind = NINE - minutes(10) - clock.now();
  let plan = first;
  let reads = 0;
  let answers = true;
  let told: DeskNow[] = [];
  const turns = createDeskTurns({
    store: {
      desks: async () => {
        reads += 1;
        if (!answers) return err('unavailable');
        const paused = {
          desk: amsterdam,
          version: 7,
          opened: true,
          paused: false,
          alert: null,
          spreadFrom: null,
        };
        return ok([paused]);
      },
    },
    plan: () => plan,
    clock: { now: () => clock.now() + behind, after: (delay, callback) => clock.after(delay, callback) },
    tell: (desk) => told.push(desk),
    onFault: (_event, thrown) => {
      throw new Error('A look failed.', { cause: thrown });
    },
  });
  const heard = () => {
    const before = told;
    told = [];
    return before.map(({ desk, hole, takes }) => ({ desk, hole, takes }));
  };
  turns.look();
  await clock.pass(0);
  told = [];
  return {
    turns,
    heard,
    last: () => told.at(-1),
    reads: () => reads,
    liveState: (does: 'answers' | 'does not answer') => {
      answers = does === 'answers';
    },
    pass: (time: number) => clock.pass(time),
    goesBy: async (next: DeskPlan) => {
      plan = next;
      turns.look();
      await clock.pass(0);
    },
  };
}

describe('What time makes of a desk', () => {
  it('is told at the second at which it opens and closes, with what else holds for it', async () => {
    const node = await openNode({ ...PLAN, hours: { [amsterdam]: HOURS } });
    await node.pass(minutes(10) - 1);
    expect(node.heard()).toEqual([]);
    await node.pass(1);
    expect(node.last()).toMatchObject({ version: 7, opened: true });
    expect(node.heard()).toEqual([{ desk: amsterdam, hole: false, takes: true }]);
    await node.pass(hours(8) - 1);
    expect(node.heard()).toEqual([]);
    await node.pass(1);
    expect(node.heard()).toEqual([{ desk: amsterdam, hole: false, takes: false }]);
  });

  it('is told at the second at which a hole of the roster opens and somebody comes', async () => {
    const others = PLAN.desks.flatMap(({ regions }) => regions);
    const always = shiftOn('Noor', NINE - hours(1), NINE + hours(10), {
      regions: others.filter((region) => region !== 'amsterdam'),
      general: true,
    });
    const roster = published(
      always,
      shiftOn('Bram', NINE - hours(1), NINE + seconds(30)),
      shiftOn('Carla', NINE + hours(3), NINE + hours(10)),
    );
    const node = await openNode({ ...PLAN, roster });
    await node.pass(minutes(10) + seconds(30) - 1);
    expect(node.heard()).toEqual([]);
    await node.pass(1);
    expect(node.heard()).toEqual([{ desk: amsterdam, hole: true, takes: true }]);
    await node.pass(hours(3) - seconds(30));
    expect(node.heard()).toEqual([{ desk: amsterdam, hole: false, takes: true }]);
  });

  it('is told a minute later when the live state did not answer', async () => {
    const node = await openNode({ ...PLAN, hours: { [amsterdam]: HOURS } });
    node.liveState('does not answer');
    await node.pass(minutes(10));
    expect(node.heard()).toEqual([]);
    node.liveState('answers');
    await node.pass(minutes(1));
    expect(node.heard()).toEqual([{ desk: amsterdam, hole: false, takes: true }]);
  });

  it('is told when hours or roster change, and the store is read only when something is to be told', async () => {
    const node = await openNode(PLAN);
    const before = node.reads();
    await node.pass(hours(48));
    expect([node.heard(), node.reads()]).toEqual([[], before]);
    await node.goesBy({
      ...PLAN,
      hours: { [amsterdam]: { ...HOURS, week: Array.from({ length: 7 }, () => []) } },
    });
    expect(node.heard()).toEqual([{ desk: amsterdam, hole: false, takes: false }]);
    await node.goesBy(PLAN);
    expect(node.heard()).toEqual([{ desk: amsterdam, hole: false, takes: true }]);
    await node.turns.stop();
    await node.pass(hours(48));
    expect(node.heard()).toEqual([]);
  });
});
