import { err, ok } from '@haven/shared/result';
import { describe, expect, it } from 'vitest';
import { createLane } from './lane';

describe('A lane', () => {
  it('does one piece of work after the other, also after one that threw', async () => {
    const lane = createLane();
    const told: string[] = [];
    const work = (name: string) => async () => {
      told.push(`${name} begins`);
      await Promise.resolve();
      told.push(`${name} ends`);
      if (name === 'second') throw new Error(name);
      return ok(name);
    };
    const outcomes = await Promise.allSettled([
      lane(work('first')),
      lane(work('second')),
      lane(work('third')),
    ]);
    expect(told).toEqual(['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]));
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('lets nobody wait behind an outage, and goes on after it', async () => {
    const lane = createLane();
    let reached = 0;
    const fails = async () => {
      reached += 1;
      return err('unavailable' as const);
    };
    const outcomes = await Promise.all([lane(fails), lane(fails), lane(fails)]);
    expect(outcomes).toEqual([err('unavailable'), err('unavailable'), err('unavailable')]);
    expect(reached).toBe(1);
    expect(await lane(async () => ok('well again'))).toEqual(ok('well again'));
  });
});
