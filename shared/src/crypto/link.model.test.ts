import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadSodium } from './sodium';
import { linked } from './testing/conversation';
import { deterministicRandom } from './testing/deterministic-random';
import { Network, type Side } from './testing/network';

const sodium = await loadSodium();
const start = await linked(sodium, deterministicRandom(sodium, 'model'));

/** What the network may do; `which` picks a frame among all that were ever sent to that side. */
type Action =
  | { readonly kind: 'seal'; readonly side: Side; readonly count: number; readonly length: number }
  | { readonly kind: 'deliver'; readonly side: Side; readonly which: number }
  | { readonly kind: 'deliver-lowest'; readonly side: Side; readonly count: number }
  | {
      readonly kind: 'tamper';
      readonly side: Side;
      readonly which: number;
      readonly at: number;
      readonly bit: number;
    };

const side = fc.constantFrom<Side>('visitor', 'staff');
const length = fc.oneof({ weight: 8, arbitrary: fc.nat(300) }, { weight: 1, arbitrary: fc.nat(16_383) });
const which = fc.oneof(fc.nat(), fc.nat(3));
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('seal' as const), side, count: fc.constant(1), length }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('seal' as const), side, count: fc.nat(90), length: fc.nat(20) }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('deliver' as const), side, which }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('deliver-lowest' as const), side, count: fc.nat(12) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('tamper' as const), side, which, at: fc.nat(), bit: fc.nat(7) }),
  },
);

const run = (network: Network, actions: readonly Action[]): void => {
  for (const step of actions) {
    const sent = network.sentTo(step.side);
    switch (step.kind) {
      case 'seal':
        network.seal(step.side, step.count, step.length);
        break;
      case 'deliver':
        if (sent > 0) network.deliver(step.side, step.which % sent);
        break;
      case 'deliver-lowest':
        for (let i = 0; i < step.count; i++) network.deliver(step.side, network.lowestMissing(step.side));
        break;
      case 'tamper':
        if (sent > 0) network.tamper(step.side, step.which % sent, step.at, step.bit);
        break;
    }
  }
};

test('whatever the network drops, repeats, reorders or changes, each message opens exactly once or is refused by name', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 120, size: 'max' }), (actions) => {
      const network = new Network(sodium, deterministicRandom(sodium, 'network'), start);
      run(network, actions);
      expect(network.surprises).toEqual([]);
      expect([network.settle('visitor'), network.settle('staff')]).toEqual([true, true]);
      expect(network.surprises).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 120_000);
