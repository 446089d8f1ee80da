import { createDeadlineRunner } from '@haven/server/deadlines/runner';
import type { DeskFact } from '@haven/server/desk/facts';
import { NINE_O_CLOCK, openDutyDesk } from '@haven/server/desk/testing/duty-desk';
import { chatOf, deskNamed, regionNamed, seatOf, staffOf } from '@haven/server/desk/testing/names';
import { HIDDEN } from '@haven/server/live/desk-store';
import { TIMING } from '@haven/shared/protocol/limits';
import { minutes, seconds } from '@haven/shared/units';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LiveDesk, type LiveDesks, memoryDesks, redisDesks } from './desk-fixtures';
import { faultsOf } from './desk-invariants';

describe.each([
  { kind: 'memory', open: memoryDesks },
  { kind: 'Redis', open: redisDesks },
])('The desk in $kind', ({ open }) => {
  let desks: LiveDesks;
  let live: LiveDesk;
  beforeAll(async () => {
    desks = await open();
  });
  afterAll(() => desks.close());
  beforeEach(async () => {
    live = await desks.fresh(NINE_O_CLOCK);
  });

  const counsellors = (count: number) => Array.from({ length: count }, (_, n) => `bram-${n}`);
  const visitors = (count: number) => Array.from({ length: count }, (_, n) => `Anna ${n}`);
  const nodeOf = (n: number) => live.nodes[n % 3] ?? live.nodes[0];
  /** A runner of one node that executes what is due at that moment, and the facts it told. */
  const runnerOf = (store: LiveDesk['nodes'][number], at: { now: number }) => {
    const facts: DeskFact[] = [];
    const runner = createDeadlineRunner({
      store,
      clock: { now: () => at.now, after: () => () => {} },
      onFacts: (more) => facts.push(...more),
      onFailure: (error) => {
        throw new Error(error);
      },
    });
    return { facts, runDue: () => runner.runDue() };
  };

  it('shows all its records to who watches, on every node, and nothing while they are as they were', async () => {
    const desk = openDutyDesk(NINE_O_CLOCK, live.nodes[0]);
    const look = async (node: number, seen: string | null) => {
      const read = await nodeOf(node).records(seen);
      if (!read.ok) throw new Error(read.error);
      return read.value;
    };
    await desk.comes('Bram', { presence: 'busy' });
    const first = await look(1, null);
    expect(first).toMatchObject({ chats: [], staff: [{ displayName: 'Bram', presence: 'busy' }] });
    const seen = first?.revision ?? null;
    expect(await look(2, seen)).toBeNull();
    await desk.enters('Anna');
    const second = await look(2, seen);
    expect(second?.chats.map(({ chat }) => chat)).toEqual([chatOf('Anna')]);
    expect(second?.staff).toEqual((await look(1, seen))?.staff);
    expect(await look(0, second?.revision ?? null)).toBeNull();
  });

  it('tells a whole story: rings, claims, links, hands over, closes, wraps up, forgets', async () => {
    const desk = openDutyDesk(NINE_O_CLOCK, live.nodes[0]);
    const anna = chatOf('Anna');
    await desk.comes('Bram');
    await desk.comes('Carla', { desks: ['haarlem'] });
    await desk.enters('Anna');
    await desk.declines('Bram', 'Anna');
    await desk.pass(seconds(20));
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
    await desk.claims('Bram', 'Anna');
    await desk.must({
      kind: 'link-open',
      chat: anna,
      staffId: staffOf('Bram'),
      seat: seatOf('Bram'),
      epoch: 1,
    });
    await desk.enters('Dewi');
    expect(await desk.sight('Dewi')).toMatchObject({ place: 1, band: 'within-5' });
    await desk.must({
      kind: 'transfer-ask',
      chat: anna,
      staffId: staffOf('Bram'),
      target: { kind: 'desk', desk: deskNamed('haarlem') },
    });
    await desk.claims('Carla', 'Anna');
    await desk.must({
      kind: 'link-open',
      chat: anna,
      staffId: staffOf('Carla'),
      seat: seatOf('Carla'),
      epoch: 2,
    });
    await desk.must({ kind: 'transfer-complete', chat: anna, epoch: 2 });
    expect(await desk.ringsAt('Bram')).toEqual(['Dewi']);
    const overview = await desk.store.overview(staffOf('Carla'), desk.now());
    expect(overview).toMatchObject({
      ok: true,
      value: {
        self: { staffId: 'carla', chats: [anna] },
        queue: [{ chat: chatOf('Dewi'), offeredTo: 'bram' }],
        chats: [{ record: { chat: anna } }],
        offers: [],
      },
    });
    const staff = overview.ok ? overview.value.staff.map(({ staffId }) => staffId) : [];
    expect(staff.toSorted()).toEqual(['bram', 'carla']);
    expect(await desk.store.overview(staffOf('Bram'), desk.now())).toMatchObject({
      value: { chats: [], offers: [{ kind: 'queue', item: { chat: chatOf('Dewi') } }] },
    });
    await desk.must({ kind: 'leave', chat: anna, reason: 'emergency-exit' });
    await desk.pass(minutes(10));
    expect(await desk.store.chat(anna)).toEqual({ ok: false, error: 'unknown-chat' });
    expect(desk.facts).toContainEqual({ kind: 'chat-forgotten', chat: anna });
    expect(faultsOf(await live.dump())).toEqual([]);
  });

  it('tells those who wait when they move up, and when the service closes', async () => {
    const desk = openDutyDesk(NINE_O_CLOCK, live.nodes[0]);
    await desk.comes('Bram', { presence: 'busy', capacity: 3 });
    for (const visitor of visitors(7)) await desk.enters(visitor);
    const told = () =>
      desk.heard().flatMap((fact) => (fact.kind === 'chat' ? [[fact.sight.place, fact.sight.band]] : []));
    told();
    await desk.claims('Bram', 'Anna 0');
    expect(told()).toEqual([[null, 'longer'], ...[1, 2, 3, 4, 5].map((place) => [place, 'longer'])]);
    await desk.sets('Bram', 'away');
    expect(told()).toEqual([1, 2, 3, 4, 5, 6].map((place) => [place, 'nobody']));
  });

  it('lets one of many win a claim, on whatever node', async () => {
    const desk = openDutyDesk(NINE_O_CLOCK, live.nodes[0]);
    for (const name of counsellors(12)) await desk.comes(name, { presence: 'busy', capacity: 8 });
    for (const visitor of visitors(5)) {
      await desk.enters(visitor);
      const outcomes = await Promise.all(
        counsellors(12).map((name, n) =>
          nodeOf(n).execute(
            { kind: 'claim', chat: chatOf(visitor), staffId: staffOf(name), seat: seatOf(name) },
            desk.now(),
          ),
        ),
      );
      expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
      const errors = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.error]));
      expect(new Set(errors)).toEqual(new Set(['already-claimed']));
    }
    expect(faultsOf(await live.dump())).toEqual([]);
  });

  it('never gives one counsellor more than her capacity, however many chats she claims at once', async () => {
    const desk = openDutyDesk(NINE_O_CLOCK, live.nodes[0]);
    await desk.comes('Bram', { presence: 'busy', capacity: 3 });
    for (const visitor of visitors(10)) await desk.enters(visitor);
    const outcomes = await Promise.all(
      visitors(10).map((visitor, n) =>
        nodeOf(n).execute(
          { kind: 'claim', chat: chatOf(visitor), staffId: staffOf('Bram'), seat: seatOf('Bram') },
          desk.now(),
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(3);
    expect(faultsOf(await live.dump())).toEqual([]);
  });

  it('rings at as many as come at once, each at one and one at each', async () => {
    const desk = openDutyDesk(NINE_O_CLOCK, live.nodes[0]);
    for (const name of counsellors(20)) await desk.comes(name);
    await Promise.all(
      visitors(20).map((visitor, n) =>
        nodeOf(n).execute(
          {
            kind: 'enter',
            chat: chatOf(visitor),
            connection: visitor,
            proven: true,
            answers: { region: regionNamed('amsterdam'), language: 'nl', forWhom: null, topics: [] },
          },
          desk.now(),
        ),
      ),
    );
    await desk.pass(seconds(2));
    const { chats } = await live.dump();
    expect(chats.filter((chat) => chat.phase === 'offered')).toHaveLength(20);
    expect(new Set(chats.map((chat) => chat.ringing?.to)).size).toBe(20);
    expect(faultsOf(await live.dump())).toEqual([]);
  });

  it('hides a deadline from other nodes while one has it, and brings it back when that one dies', async () => {
    const desk = openDutyDesk(NINE_O_CLOCK, live.nodes[0]);
    await desk.comes('Bram');
    await desk.enters('Anna');
    const due = NINE_O_CLOCK + TIMING.ring;
    const alive = {
      visitors: [],
      seats: [{ staffId: staffOf('Bram'), seat: seatOf('Bram'), connection: 'Bram-1' }],
    };
    await live.nodes[0].renewLeases(
      { ...alive, visitors: [{ chat: chatOf('Anna'), connection: 'Anna-1' }] },
      due,
    );
    const taken = await live.nodes[1].takeDue(due, 10);
    expect(taken).toEqual({ ok: true, value: [{ kind: 'offer-expired', chat: chatOf('Anna') }] });
    expect(await live.nodes[2].takeDue(due, 10)).toEqual({ ok: true, value: [] });
    expect(await live.nodes[2].takeDue(due + HIDDEN, 10)).toEqual(taken);
  });

  it('executes every deadline once in effect, however many nodes take it', async () => {
    const desk = openDutyDesk(NINE_O_CLOCK, live.nodes[0]);
    for (const name of counsellors(5)) await desk.comes(name);
    for (const visitor of visitors(5)) await desk.enters(visitor);
    const at = { now: NINE_O_CLOCK + TIMING.ring };
    const runners = live.nodes.map((node) => runnerOf(node, at));
    const expired = visitors(5).map((visitor) => ({ kind: 'offer-expired', chat: chatOf(visitor) }) as const);
    const twice = await Promise.all(
      live.nodes.flatMap((node) => expired.map((command) => node.execute(command, at.now))),
    );
    await Promise.all(runners.map((runner) => runner.runDue()));
    const facts = [
      ...twice.flatMap((outcome) => (outcome.ok ? outcome.value.facts : [])),
      ...runners.flatMap((runner) => runner.facts),
    ];
    expect(facts.filter((fact) => fact.kind === 'offer-withdrawn' && fact.reason === 'expired')).toHaveLength(
      5,
    );
    expect(await live.nodes[0].takeDue(at.now + HIDDEN - 1, 10)).toEqual({ ok: true, value: [] });
  });

  it('does not execute early what is not due, and does not forget it', async () => {
    const desk = openDutyDesk(NINE_O_CLOCK, live.nodes[0]);
    await desk.comes('Bram');
    await desk.enters('Anna');
    await desk.must({ kind: 'offer-expired', chat: chatOf('Anna') });
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
    await desk.pass(TIMING.ring);
    expect(await desk.ringsAt('Bram')).toEqual([]);
  });

  it('renews the leases of 9,000 connections in one call, and names those it does not know', async () => {
    const desk = openDutyDesk(NINE_O_CLOCK, live.nodes[0]);
    await desk.comes('Bram', { presence: 'busy' });
    await desk.enters('Anna');
    const strangers = Array.from({ length: 9_000 }, (_, n) => ({
      chat: chatOf(`stranger ${n}`),
      connection: 'x',
    }));
    const known = { chat: chatOf('Anna'), connection: 'Anna-1' };
    const replaced = { ...known, connection: 'Anna-0' };
    const seat = { staffId: staffOf('Bram'), seat: seatOf('Bram'), connection: 'Bram-1' };
    const missing = await live.nodes[1].renewLeases(
      { visitors: [...strangers, known, replaced], seats: [seat, { ...seat, seat: seatOf('other') }] },
      NINE_O_CLOCK + seconds(14),
    );
    expect(missing).toEqual({
      ok: true,
      value: { visitors: [...strangers, replaced], seats: [{ ...seat, seat: seatOf('other') }] },
    });
    expect(await live.nodes[0].takeDue(NINE_O_CLOCK + seconds(28), 10)).toEqual({ ok: true, value: [] });
    const ended = await live.nodes[0].takeDue(NINE_O_CLOCK + seconds(29), 10);
    expect(ended).toEqual({
      ok: true,
      value: [
        { kind: 'seat-left', ...seat },
        { kind: 'visitor-disconnected', ...known },
      ],
    });
  });
});
