import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadSodium } from '../crypto/sodium';
import { karim, sanne } from '../crypto/testing/organisation';
import { Drama } from './testing/drama';
import { type Step, step } from './testing/drama-steps';

/** Many handshakes; on a busy machine they take their time. */
const PATIENTLY = { timeout: 180_000 };
const sodium = await loadSodium();

test(
  'whatever happens, every word arrives once, in order, and only where it may be seen',
  PATIENTLY,
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.nat(), async (steps: Step[], seed) => {
        const drama = await Drama.open(sodium, `drama ${seed}`, [sanne, karim]);
        for (const next of steps) {
          await drama.play(next);
          expect(drama.lies()).toEqual([]);
        }
        await drama.calm();
        const screens = drama.screens();
        expect(screens.counsellor).toEqual(screens.visitor);
        expect([...drama.wrongs(), ...drama.lies(), ...drama.leaks()]).toEqual([]);
      }),
      { numRuns: 60 },
    );
  },
);
