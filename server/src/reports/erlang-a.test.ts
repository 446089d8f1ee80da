import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { performanceOf, type Queue, serversFor } from './erlang-a';
import { simulateQueue } from './testing/simulate-queue';

describe('A queue whose callers lose patience', () => {
  it('is the published one of Garnett, Mandelbaum and Reiman (2002): 48 calls a minute, 50 agents', () => {
    // One minute of service, two minutes of patience; all rates an hour.
    const queue = { arrivals: 2_880, service: 60, impatience: 30, servers: 50 };
    const { abandoned, meanWait, answeredWithin } = performanceOf(queue);
    expect(abandoned).toBeCloseTo(0.031, 3);
    expect(meanWait * 3_600).toBeCloseTo(3.7, 1);
    // 90 % have waited at most 12.5 seconds, those who gave up among them.
    expect(answeredWithin(12.5 / 3_600)).toBeGreaterThan(0.87);
    expect(answeredWithin(12.5 / 3_600)).toBeLessThan(0.9);
  });

  it('becomes Erlang C when nobody ever gives up, and Erlang B when everybody does at once', () => {
    // Erlang C for a load of 2 and 3 servers: 4/9 wait. Erlang B: 4/19 are lost.
    const queue = { arrivals: 6, service: 3, servers: 3 };
    expect(1 - performanceOf({ ...queue, impatience: 1e-6 }).answeredWithin(0)).toBeCloseTo(4 / 9, 4);
    expect(performanceOf({ ...queue, impatience: 1e5 }).abandoned).toBeCloseTo(4 / 19, 3);
  });

  it.each<Queue>([
    { arrivals: 4, service: 3, impatience: 10, servers: 2 },
    { arrivals: 20, service: 3, impatience: 4, servers: 5 },
    { arrivals: 30, service: 2.4, impatience: 12, servers: 14 },
  ])('is as a simulation of it turns out: %o', (queue) => {
    const seen = simulateQueue(queue, { chats: 60_000, seed: 1 });
    const said = performanceOf(queue);
    expect(said.abandoned).toBeCloseTo(seen.abandoned, 1.7);
    expect(said.answeredWithin(1 / 60)).toBeCloseTo(seen.answeredWithinMinute, 1.7);
    expect(said.meanWait * 60).toBeCloseTo(seen.meanWaitMinutes, 0.8);
  });

  it('gives a share, and a larger one to more staff, however few or many arrive', () => {
    const rate = fc.double({ min: 0.01, max: 20_000, noNaN: true });
    fc.assert(
      fc.property(
        rate,
        fc.double({ min: 0.2, max: 60, noNaN: true }),
        fc.double({ min: 0.05, max: 120, noNaN: true }),
        fc.integer({ min: 1, max: 400 }),
        (arrivals, service, impatience, servers) => {
          const queue = { arrivals, service, impatience };
          const some = performanceOf({ ...queue, servers });
          const more = performanceOf({ ...queue, servers: servers + 1 });
          for (const value of [some.answeredWithin(1 / 60), some.abandoned]) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1 + 1e-6);
          }
          expect(more.answeredWithin(1 / 60)).toBeGreaterThanOrEqual(some.answeredWithin(1 / 60) - 1e-6);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('needs the fewest that answer nine of ten within a minute', () => {
    const queue = { arrivals: 12, service: 3, impatience: 10 };
    const goal = { share: 0.9, hours: 1 / 60 };
    const servers = serversFor(queue, goal);
    expect(performanceOf({ ...queue, servers }).answeredWithin(goal.hours)).toBeGreaterThanOrEqual(0.9);
    expect(performanceOf({ ...queue, servers: servers - 1 }).answeredWithin(goal.hours)).toBeLessThan(0.9);
    expect(serversFor({ ...queue, arrivals: 0 }, goal)).toBe(0);
  });
});
