import { bringPlan } from '@haven/server/announce/bring-plan';
import { createDeadlineRunner } from '@haven/server/deadlines/runner';
import type { DeskCommand } from '@haven/server/desk/commands';
import { isQueued } from '@haven/server/desk/lines';
import type { DeskPlan } from '@haven/server/desk/plan';
import { NINE_O_CLOCK } from '@haven/server/desk/testing/duty-desk';
import type { DeskStore, Leases } from '@haven/server/live/desk-store';
import { seconds } from '@haven/shared/units';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LiveDesk, type LiveDesks, type DeskDump, memoryDesks, redisDesks } from './desk-fixtures';
import { faultsOf, lateCertificates, lateDuties, lateSteps, offerFaults } from './desk-invariants';
import { type Step, anyStep, opening, toldOf } from './desk-steps';

/** Places and epochs as they were seen, to notice one that goes the wrong way. */
function createWitness() {
  const places = new Map<string, number>();
  const epochs = new Map<string, number>();
  return async (dump: DeskDump, node: DeskStore): Promise<readonly string[]> => {
    const faults: string[] = [];
    for (const chat of dump.chats) {
      if (chat.epoch < (epochs.get(chat.chat) ?? 0)) faults.push(`the epoch of ${chat.chat} fell`);
      epochs.set(chat.chat, chat.epoch);
      if (!isQueued(chat)) continue;
      const sight = await node.chat(chat.chat);
      if (!sight.ok || sight.value.place === null) {
        faults.push(`${chat.chat} has no place`);
        continue;
      }
      const wait = `${chat.chat} ${chat.arrival}`;
      if (sight.value.place > (places.get(wait) ?? Infinity)) faults.push(`the place of ${chat.chat} rose`);
      places.set(wait, sight.value.place);
    }
    return faults;
  };
}

const leasesIn = (dump: DeskDump): Leases => ({
  visitors: dump.chats.flatMap(({ chat, visitor }) =>
    visitor.state === 'connected' ? [{ chat, connection: visitor.connection }] : [],
  ),
  seats: dump.staff.flatMap(({ staffId, seats }) => seats.map((seat) => ({ staffId, ...seat }))),
});

/** Plays steps on several nodes, so many at a time, and looks for faults whenever all have come to rest. */
async function play(desk: LiveDesk, steps: readonly Step[], atOnce: number): Promise<readonly string[]> {
  let now = NINE_O_CLOCK;
  const witness = createWitness();
  const troubles: string[] = [];
  const runners = desk.nodes.map((store) =>
    createDeadlineRunner({
      store,
      clock: { now: () => now, after: () => () => {} },
      onFacts: () => {},
      onFailure: (error, command) => troubles.push(`${command}: ${error}`),
    }),
  );
  let before = await desk.dump();
  /** `inOrder`: one decision was taken, whose offers can be told from those before. */
  const look = async (inOrder = atOnce === 1) => {
    const dump = await desk.dump();
    const faults = [...faultsOf(dump, now), ...(await witness(dump, desk.nodes[0])), ...troubles];
    if (inOrder) faults.push(...offerFaults(before, dump));
    before = dump;
    return faults;
  };
  const runAll = async () => {
    await Promise.all(runners.map((runner) => runner.runDue()));
    return [
      ...(await look()),
      ...lateSteps(before, now),
      ...lateDuties(before, now),
      ...lateCertificates(before, now),
    ];
  };
  const oneByOne = async (): Promise<readonly string[]> => {
    const due = await desk.nodes[0].takeDue(now, 100);
    if (!due.ok) return [due.error];
    for (const command of due.value) {
      const done = await desk.nodes[0].execute(command, now);
      const faults = done.ok ? await look() : [done.error];
      if (faults.length > 0) return [command.kind, ...faults];
    }
    return [...lateSteps(before, now), ...lateDuties(before, now), ...lateCertificates(before, now)];
  };

  /** What every node does when the plan was changed. */
  const changed = async (store: DeskStore, plan: DeskPlan) => {
    const decide = async (command: DeskCommand) => {
      const done = await store.execute(command, now);
      if (!done.ok) troubles.push(`${command.kind}: ${done.error}`);
    };
    const onFault = (event: string, thrown: unknown) => troubles.push(`${event}: ${String(thrown)}`);
    await bringPlan({ store, plan: () => plan, retired: () => [], decide, onFault });
  };

  const story = [...opening, ...steps];
  for (let at = 0; at < story.length; at += atOnce) {
    const batch = story.slice(at, at + atOnce);
    await Promise.all(
      batch.map(async (step, index) => {
        if (step.kind === 'pass') return;
        const node = desk.nodes[index % desk.nodes.length] ?? desk.nodes[0];
        if (step.kind === 'plan') {
          desk.change(step.plan);
          await changed(node, step.plan);
          return;
        }
        const command = step.command(before);
        const outcome = command && (await node.execute(command, now));
        if (outcome?.ok === false && ['internal', 'unavailable'].includes(outcome.error)) {
          troubles.push(`${step.told}: ${outcome.error}`);
        }
      }),
    );
    const faults = await look(atOnce === 1 && batch.every(({ kind }) => kind !== 'plan'));
    if (faults.length > 0) return [...faults, 'after', ...story.slice(0, at + atOnce).map(toldOf)];
    const time = batch.reduce((sum, step) => sum + (step.kind === 'pass' ? step.time : 0), 0);
    for (const end = now + time; now < end; ) {
      now = Math.min(end, now + seconds(5));
      await desk.nodes[0].renewLeases(leasesIn(before), now);
      const late = atOnce === 1 ? await oneByOne() : await runAll();
      if (late.length > 0) return [...late, 'in time, after', ...story.slice(0, at + atOnce).map(toldOf)];
    }
  }
  return [];
}

describe.each([
  { kind: 'memory', open: memoryDesks, runs: 120, steps: 60, atOnce: 1 },
  { kind: 'Redis, one at a time', open: redisDesks, runs: 8, steps: 40, atOnce: 1 },
  { kind: 'Redis, three nodes at once', open: redisDesks, runs: 20, steps: 60, atOnce: 6 },
])('Whatever people do at a desk ($kind)', ({ open, runs, steps, atOnce }) => {
  let desks: LiveDesks;
  beforeAll(async () => {
    desks = await open();
  });
  afterAll(() => desks.close());

  it('its sets agree with its records, capacities hold, nobody waits while somebody is free, nothing goes backwards', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: steps / 2, maxLength: steps }), async (story) => {
        expect(await play(await desks.fresh(NINE_O_CLOCK), story, atOnce)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});
