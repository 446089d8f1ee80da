import { createDeadlineRunner } from '@haven/server/deadlines/runner';
import { snapshotOf } from '@haven/server/desk/snapshot';
import type { DeskCommand } from '@haven/server/desk/commands';
import { MATCH_GRACE } from '@haven/server/desk/changes';
import { NINE_O_CLOCK, openDutyDesk } from '@haven/server/desk/testing/duty-desk';
import { PLAN, chatOf, regionNamed, staffOf } from '@haven/server/desk/testing/names';
import { COMMIT } from '@haven/server/live/desk-scripts';
import { type RedisConnection, connectRedis } from '@haven/server/live/redis-connection';
import { createRedisDeskStore } from '@haven/server/live/redis-desk-store';
import { err } from '@haven/shared/result';
import { minutes } from '@haven/shared/units';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../support/until';
import { type LiveDesk, type RedisDesks, redisDesks } from './desk-fixtures';
import { faultsOf } from './desk-invariants';

let desks: RedisDesks;
let live: LiveDesk;
beforeAll(async () => {
  desks = await redisDesks();
});
afterAll(() => desks.close());
beforeEach(async () => {
  live = await desks.fresh(NINE_O_CLOCK);
});

async function connect(): Promise<RedisConnection> {
  const connected = await connectRedis(desks.server.url, () => undefined);
  if (!connected.ok) throw new Error('No connection');
  return connected.value;
}

/** A node that may be interrupted, or die, at each of its commits; the first has number 1. */
async function nodeWith(commits: { before?: (n: number) => Promise<void>; last?: number }) {
  const connection = await connect();
  let done = 0;
  const redis: RedisConnection = {
    ...connection,
    run: async (script, keys, values) => {
      if (done === commits.last) return err('unavailable');
      if (script === COMMIT) {
        done += 1;
        await commits.before?.(done);
      }
      return connection.run(script, keys, values);
    },
  };
  return {
    store: createRedisDeskStore({ redis, plan: () => PLAN, random: Math.random }),
    close: () => connection.close(),
  };
}

const enters = (name: string): DeskCommand => ({
  kind: 'enter',
  chat: chatOf(name),
  connection: `${name}-1`,
  proven: true,
  answers: { region: regionNamed('amsterdam'), language: 'nl', forWhom: null, topics: [] },
});

describe('A node that dies', () => {
  it('between committing an entry and finding its counsellor: another node rings', async () => {
    const desk = openDutyDesk(NINE_O_CLOCK, live.nodes[0]);
    await desk.comes('Bram');
    const doomed = await nodeWith({ last: 1 });
    const outcome = await doomed.store.execute(enters('Anna'), desk.now());
    await doomed.close();
    expect(outcome).toMatchObject({
      ok: true,
      value: { facts: [{ kind: 'queue-upsert' }, { kind: 'chat' }, { kind: 'counted' }] },
    });
    expect(await desk.ringsAt('Bram')).toEqual([]);
    await desk.pass(MATCH_GRACE);
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
    expect(faultsOf(await live.dump())).toEqual([]);
  });
});

describe('Two nodes that die one after the other', () => {
  it('leave two chats unmatched: the first rings first, and the second is not forgotten', async () => {
    const desk = openDutyDesk(NINE_O_CLOCK, live.nodes[0]);
    await desk.comes('Bram');
    await desk.comes('Carla');
    const first = await nodeWith({ last: 1 });
    await first.store.execute(enters('Anna'), desk.now());
    // Looking for a counsellor for Dewi, this one finds that Anna came before, rings for her, and is gone.
    const second = await nodeWith({ last: 2 });
    await second.store.execute(enters('Dewi'), desk.now());
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
    expect(await desk.ringsAt('Carla')).toEqual([]);
    await desk.pass(MATCH_GRACE);
    expect(await desk.ringsAt('Carla')).toEqual(['Dewi']);
    expect(faultsOf(await live.dump())).toEqual([]);
    await Promise.all([first.close(), second.close()]);
  });
});

describe('A node that looked before something changed', () => {
  it('decides anew: a visitor who is back at the head of the line meanwhile is not overtaken', async () => {
    const desk = openDutyDesk(NINE_O_CLOCK, live.nodes[0]);
    await desk.comes('Bram', { presence: 'busy' });
    await desk.enters('Anna');
    await desk.enters('Dewi');
    await desk.loses('Anna');
    const other = await nodeWith({ last: 1 });
    const returns = { kind: 'visitor-connected', chat: chatOf('Anna'), connection: 'Anna-2' } as const;
    const slow = await nodeWith({
      // Its second commit is the match, which has seen Dewi at the head.
      before: async (n) => {
        if (n === 2) await other.store.execute(returns, desk.now());
      },
    });
    await slow.store.execute(
      { kind: 'set-presence', staffId: staffOf('Bram'), presence: 'available' },
      desk.now(),
    );
    expect((await desk.sight('Anna')).record.visitor).toEqual({ state: 'connected', connection: 'Anna-2' });
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
    await Promise.all([slow.close(), other.close()]);
  });
});

describe('A Redis that is gone', () => {
  it('makes commands unavailable; empty again, it learns the chats from their capabilities', async () => {
    const desk = openDutyDesk(NINE_O_CLOCK, live.nodes[0]);
    await desk.comes('Bram');
    await desk.enters('Anna');
    await desk.claims('Bram', 'Anna');
    const kept = snapshotOf((await desk.sight('Anna')).record);

    await desks.server.kill();
    expect(await desk.enters('Dewi')).toEqual({ ok: false, error: 'unavailable' });
    expect(await desk.store.status(desk.now())).toEqual({ ok: false, error: 'unavailable' });
    const failures: string[] = [];
    await createDeadlineRunner({
      store: desk.store,
      clock: { now: desk.now, after: () => () => {} },
      onFacts: () => {},
      onFailure: (error) => failures.push(error),
    }).runDue();
    expect(failures).toEqual(['unavailable']);

    await desks.server.restart();
    await until('the nodes are connected again', async () => (await desk.store.status(desk.now())).ok);
    expect(await desk.store.chat(chatOf('Anna'))).toEqual({ ok: false, error: 'unknown-chat' });
    const later = NINE_O_CLOCK + minutes(5);
    const again = openDutyDesk(later, live.nodes[0]);
    await again.must({
      kind: 'register-again',
      chat: kept.chat,
      snapshot: kept,
      issuedAt: NINE_O_CLOCK,
      presentedBy: 'visitor',
    });
    await again.returns('Anna');
    await again.comes('Bram');
    expect((await again.sight('Anna')).record).toMatchObject({
      phase: 'active',
      members: kept.counsellor ? [kept.counsellor] : [],
    });
    expect((await again.staff('Bram')).chats).toEqual([chatOf('Anna')]);
    await until('every node works', async () => {
      const answers = await Promise.all(live.nodes.map((node) => node.status(later)));
      return answers.every((answer) => answer.ok && answer.value.open);
    });
    expect(faultsOf(await live.dump())).toEqual([]);
  });
});

/** Redis may count the two replies that measure before or after what is measured; a queue of 5,000 is far larger. */
const OWN_REPLIES = 16_384;

describe('A decision with 5,000 waiting', () => {
  /** Commands that Redis carries out, those inside scripts included; bytes that it reads and writes. No time. */
  async function spent(work: () => Promise<unknown>): Promise<{ commands: number; bytes: number }> {
    const measure = async () => {
      const [commands, stats] = await Promise.all([
        desks.server.info('commandstats'),
        desks.server.info('stats'),
      ]);
      const calls = [...commands].filter(([name]) => !/info|ping|hello|client|config/.test(name));
      return {
        commands: calls.reduce((sum, [, line]) => sum + Number(/calls=(\d+)/.exec(line)?.[1] ?? 0), 0),
        bytes: Number(stats.get('total_net_input_bytes')) + Number(stats.get('total_net_output_bytes')),
      };
    };
    const before = await measure();
    await work();
    const after = await measure();
    return { commands: after.commands - before.commands, bytes: after.bytes - before.bytes };
  }

  /** What each kind of decision takes while so many wait. */
  async function decisions(waiting: number) {
    live = await desks.fresh(NINE_O_CLOCK);
    const desk = openDutyDesk(NINE_O_CLOCK, live.nodes[0]);
    await desk.comes('Bram', { presence: 'busy', capacity: 8 });
    await desk.comes('Carla', { presence: 'busy', capacity: 8 });
    for (let from = 0; from < waiting; from += 250) {
      const some = Array.from({ length: Math.min(250, waiting - from) }, (_, n) => `Anna ${from + n}`);
      await Promise.all(some.map((name) => desk.enters(name)));
    }
    const kinds: Record<string, () => Promise<unknown>> = {
      enter: () => desk.enters('Zoe'),
      offer: () => desk.sets('Bram', 'available'),
      decline: async () => desk.declines('Bram', (await desk.ringsAt('Bram'))[0] ?? ''),
      claim: async () => desk.claims('Bram', (await desk.ringsAt('Bram'))[0] ?? ''),
      widen: () =>
        desk.store.execute(
          { kind: 'overflow-step', chat: chatOf(`Anna ${waiting - 1}`) },
          desk.now() + minutes(1),
        ),
      leave: () => desk.must({ kind: 'leave', chat: chatOf(`Anna ${waiting - 2}`), reason: 'silence' }),
      look: () => desk.store.chat(chatOf('Zoe')),
      status: () => desk.store.status(desk.now()),
    };
    const costs: Record<string, { commands: number; bytes: number }> = {};
    for (const [kind, work] of Object.entries(kinds)) costs[kind] = await spent(work);
    expect((await desk.staff('Bram')).chats.length).toBeGreaterThan(0);
    expect((await desk.store.overview(staffOf('Bram'), desk.now())).ok).toBe(true);
    return costs;
  }

  it('costs no more than twice one with 50, in commands and in bytes', async () => {
    const few = await decisions(50);
    const many = await decisions(5_000);
    for (const [kind, cost] of Object.entries(many)) {
      expect(cost.commands, `${kind}: ${JSON.stringify(cost)}`).toBeLessThanOrEqual(
        2 * (few[kind]?.commands ?? 0),
      );
      expect(cost.bytes, `${kind}: ${JSON.stringify(cost)}`).toBeLessThanOrEqual(
        2 * (few[kind]?.bytes ?? 0) + OWN_REPLIES,
      );
      expect(cost.commands).toBeGreaterThan(0);
    }
  });
});
