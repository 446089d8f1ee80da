import { WAYS } from '@haven/server/simulation/organisations';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { week } from './weeks/week';

const SLOW = 300_000;

/** What puts the promises to the test, and how often at least. */
const GOINGS_ON = {
  decline: 100,
  'next-round': 20,
  prove: 15,
  'certificate-over': 40,
  'set-capacity': 100,
  'transfer-complete': 30,
  'transfer-refuse': 5,
  'transfer-timeout': 10,
  'consult-complete': 10,
  'open-overflow': 60,
  'pause-intake': 60,
  'move-chat': 50,
  'move-while-it-rings': 8,
  'take-off': 30,
  'block-chat': 30,
  'return-to-queue': 15,
  'visitor-grace-over': 40,
  'wrap-up-over': 50,
} as const;

const aSeed = fc.integer({ min: 1, max: 1_000 });
const once = { numRuns: 1, endOnFailure: true };

describe('Weeks at the desk', () => {
  it.each(WAYS)(
    'keep every promise at every moment, organised as %s, and every step is on time to the second',
    async (way) => {
      await fc.assert(
        fc.asyncProperty(aSeed, async (seed) => {
          const seen = await week(way, seed, 0);
          expect(seen.rests).toBeGreaterThan(5_000);
          expect(seen.visitors).toBeGreaterThan(1_000);
          expect(seen.flooding).toBeGreaterThan(20);
          expect(seen.returning).toBeGreaterThan(20);
          const rare = Object.entries(GOINGS_ON).filter(([kind, least]) => seen.times(kind) <= least);
          expect(rare).toEqual([]);
        }),
        once,
      );
    },
    SLOW,
  );

  it(
    'keep them while nodes die with deadlines and people in hand: whoever comes back first is served first',
    async () => {
      await fc.assert(
        fc.asyncProperty(aSeed, async (seed) => {
          const seen = await week('rotation-with-overflow', seed, 0.02);
          expect(seen.deaths).toBeGreaterThan(20);
          expect(seen.lost).toBeGreaterThan(200);
          expect(seen.returning).toBeGreaterThan(20);
          expect(seen.answered).toBeGreaterThan(0.6);
        }),
        once,
      );
    },
    SLOW,
  );
});
