import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadSodium } from '../crypto/sodium';
import { opening } from './testing/opening';

const sodium = await loadSodium();

/** More than one link carries, so that a fresh handshake falls into, before and after the cut. */
const LINES = 110;
const numbered = (who: string, upTo: number) =>
  Array.from({ length: upTo }, (_, index) => `${who} ${index + 1}`);

test('both write on through a cut and fresh links: each one’s lines stand in their order, at every moment', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 20, max: 60 }),
      fc.integer({ min: 3, max: 62 }),
      fc.constantFrom('visitor' as const, 'counsellor' as const),
      async (cutAt, lasts, side) => {
        const { world, noor, sanne } = await opening(sodium, `order ${cutAt} ${lasts} ${side}`);
        const cut = side === 'visitor' ? noor : sanne;
        const expectOrder = () => {
          for (const texts of [noor.texts(), sanne.texts()]) {
            for (const who of ['Noor', 'Sanne']) {
              const lines = texts.filter((text) => text.startsWith(who));
              expect(lines).toEqual(numbered(who, lines.length));
            }
          }
        };
        for (let line = 1; line <= LINES; line += 1) {
          if (line === cutAt) cut.disconnect();
          if (line === cutAt + lasts) cut.reconnect();
          noor.say(`Noor ${line}`);
          sanne.say(`Sanne ${line}`);
          await world.pass(40);
          expectOrder();
        }
        if (cutAt + lasts > LINES) cut.reconnect();
        await world.pass(10 * 60_000);
        expectOrder();
        expect([noor.texts().length, sanne.texts().length]).toEqual([2 * LINES, 2 * LINES]);
      },
    ),
    {
      numRuns: 20,
      // These once put a line before earlier ones of the same person.
      examples: [
        [36, 55, 'visitor'],
        [35, 48, 'counsellor'],
        [21, 50, 'visitor'],
      ],
    },
  );
});
