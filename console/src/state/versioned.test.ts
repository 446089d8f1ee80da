import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Delta, emptyVersioned, forgetVersions, mergeDelta, mergeWhole } from './versioned';

type Thing = { readonly name: string; readonly version: number };
type Fact = { readonly name: string; readonly version: number; readonly gone: boolean };

const nameOf = ({ name }: Thing): string => name;
const deltaOf = ({ name, version, gone }: Fact): Delta<string, Thing> =>
  gone ? { upsert: [], remove: [{ key: name, version }] } : { upsert: [{ name, version }] };
const names = (map: { readonly items: ReadonlyMap<string, Thing> }) => [...map.items.values()].map(nameOf);

const fact = fc.record({
  name: fc.constantFrom('a', 'b', 'c'),
  version: fc.nat({ max: 12 }),
  gone: fc.boolean(),
});

/** A version is used for one fact only: the server counts. */
const history = fc
  .array(fact, { maxLength: 20 })
  .map((facts) => [...new Map(facts.map((one) => [`${one.name}${one.version}`, one])).values()]);

describe('Facts by version', () => {
  it('end the same in whatever order, and however often, they arrive', () => {
    fc.assert(
      fc.property(
        history.chain((facts) =>
          fc.tuple(
            fc.constant(facts),
            fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 }),
          ),
        ),
        ([facts, shuffled]) => {
          const merge = (all: readonly Fact[]) =>
            all.reduce((map, one) => mergeDelta(map, deltaOf(one), nameOf), emptyVersioned<string, Thing>());
          const newest = (name: string) =>
            facts.filter((one) => one.name === name).sort((a, b) => b.version - a.version)[0];
          const expected = ['a', 'b', 'c'].filter((name) => newest(name)?.gone === false);
          expect(names(merge(shuffled)).sort()).toEqual(expected);
          for (const [name, { version }] of merge(shuffled).items)
            expect(version).toBe(newest(name)?.version);
        },
      ),
    );
  });

  it('leave the very same map when there is no news, so that nothing is drawn again', () => {
    const map = mergeDelta(emptyVersioned<string, Thing>(), { upsert: [{ name: 'a', version: 3 }] }, nameOf);
    expect(mergeDelta(map, { upsert: [{ name: 'a', version: 3 }] }, nameOf)).toBe(map);
    expect(mergeDelta(map, { upsert: [], remove: [{ key: 'a', version: 2 }] }, nameOf)).toBe(map);
  });

  it('keep what is newer than the whole state, and drop what the state does not name', () => {
    const shown = mergeDelta(
      emptyVersioned<string, Thing>(),
      {
        upsert: [
          { name: 'newer', version: 5 },
          { name: 'forgotten', version: 1 },
          { name: 'taken', version: 2 },
        ],
        remove: [{ key: 'taken', version: 3 }],
      },
      nameOf,
    );
    const whole = mergeWhole(
      shown,
      [
        { name: 'newer', version: 4 },
        { name: 'taken', version: 2 },
        { name: 'fresh', version: 1 },
      ],
      nameOf,
    );
    expect([...whole.items.values()]).toEqual([
      { name: 'newer', version: 5 },
      { name: 'fresh', version: 1 },
    ]);
  });

  it('of a server that lost its memory count, though its versions start afresh', () => {
    const shown = mergeDelta(
      emptyVersioned<string, Thing>(),
      { upsert: [{ name: 'a', version: 40 }], remove: [{ key: 'b', version: 60 }] },
      nameOf,
    );
    const whole = mergeWhole(
      forgetVersions(shown),
      [
        { name: 'a', version: 1 },
        { name: 'b', version: 1 },
      ],
      nameOf,
    );
    expect([...whole.items.values()]).toEqual([
      { name: 'a', version: 1 },
      { name: 'b', version: 1 },
    ]);
  });
});
