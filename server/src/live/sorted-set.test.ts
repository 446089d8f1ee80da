import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SortedSet } from './sorted-set';

const member = fc.constantFrom('anna', 'bram', 'carla', 'dewi', 'eva', 'fatma', 'grace', 'hanna');
const change = fc.tuple(member, fc.option(fc.integer({ min: 0, max: 4 })));

describe('A sorted set', () => {
  it('is always as a table sorted anew: by score, then by name', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), fc.integer({ min: 0, max: 5 }), (changes, limit) => {
        const set = new SortedSet();
        const table = new Map<string, number>();
        for (const [name, score] of changes) {
          if (score === null) set.remove(name);
          else set.set(name, score);
          if (score === null) table.delete(name);
          else table.set(name, score);
        }
        const sorted = [...table].toSorted(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
        const names = sorted.map(([name]) => name);
        expect(set.page(0, set.size)).toEqual(names);
        expect(set.page(1, limit)).toEqual(names.slice(1, 1 + limit));
        expect(names.map((name) => set.rank(name))).toEqual(names.map((_, index) => index));
        expect(set.upTo(2, limit)).toEqual(
          sorted
            .filter(([, score]) => score <= 2)
            .slice(0, limit)
            .map(([name]) => name),
        );
        expect(set.rank('nobody')).toBeNull();
      }),
    );
  });
});
