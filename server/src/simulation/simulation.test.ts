import { describe, expect, it } from 'vitest';
import { createChance } from './chance';
import { visitorsOf } from './demand';
import { createDiary } from './diary';
import { START, simulateWays } from './main';
import { WAYS, planOf } from './organisations';

const HOUR = 3_600_000;
/** Three weeks pass in it. */
const SLOW = 240_000;

type Printed = { readonly way: string; readonly answeredWithin60: number };

describe('The simulation', () => {
  it('spends the same staff hours in each way of organising them', () => {
    const hours = WAYS.map((way) =>
      (planOf(way, START, 6).roster?.shifts ?? []).reduce(
        (sum, { from, until }) => sum + (until - from) / HOUR,
        0,
      ),
    );
    expect(new Set(hours).size).toBe(1);
  });

  it('sends the same visitors at the same times, and others for another seed', () => {
    const visitors = (seed: number) => visitorsOf(createChance(seed), START, 1);
    expect(visitors(1)).toEqual(visitors(1));
    expect(visitors(1)).not.toEqual(visitors(2));
    expect(visitors(1).length).toBeGreaterThan(1_000);
  });

  it(
    'prints a line a way and a picture: rotation with overflow comes within 5 of 100 of the one pool',
    async () => {
      const lines: string[] = [];
      const said: string[] = [];
      const print = { line: (text: string) => lines.push(text), say: (text: string) => said.push(text) };
      expect(await simulateWays(['--weeks', '1', '--seed', '1'], print)).toBe(0);
      const [alone, rotation, pooled] = lines.map((line) => JSON.parse(line) as Printed);
      expect([alone?.way, rotation?.way, pooled?.way]).toEqual(WAYS);
      expect(rotation?.answeredWithin60).toBeGreaterThanOrEqual(0.95 * (pooled?.answeredWithin60 ?? 1));
      expect(alone?.answeredWithin60).toBeLessThan(rotation?.answeredWithin60 ?? 0);
      expect(said.join('')).toMatch(/answered within 60 s\n {2}each-region-for-itself {2}█/);
    },
    SLOW,
  );

  it('says how it is asked', async () => {
    const said: string[] = [];
    const print = { line: () => undefined, say: (text: string) => said.push(text) };
    expect(await simulateWays(['--weeks', 'many'], print)).toBe(1);
    expect(await simulateWays(['--years', '1'], print)).toBe(1);
    expect(said).toHaveLength(2);
  });
});

describe('A diary', () => {
  it('tells what is to happen in the order of its times, and of its being written', async () => {
    const diary = createDiary();
    const told: number[] = [];
    const chance = createChance(7);
    const times = Array.from({ length: 200 }, () => Math.floor(chance.next() * 50));
    for (const [number, at] of times.entries()) diary.add(at, async () => told.push(number));
    expect(diary.next()).toBe(Math.min(...times));
    for (const act of diary.upTo(100)) await act();
    const expected = times.map((at, number) => ({ at, number })).toSorted((a, b) => a.at - b.at);
    expect(told).toEqual(expected.map(({ number }) => number));
    expect(diary.next()).toBeNull();
  });
});
