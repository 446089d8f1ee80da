import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadSodium } from '../crypto/sodium';
import { sanne, staffDevice } from '../crypto/testing/organisation';
import { anything, rogueCounsellor, rogueVisitor } from './testing/rogue';
import { World } from './testing/world';

/** Many handshakes; on a busy machine they take their time. */
const PATIENTLY = { timeout: 180_000 };
const sodium = await loadSodium();
const said = fc.array(fc.tuple(anything, fc.oneof(fc.nat({ max: 5 }), fc.constant(0xffff_ffff))), {
  maxLength: 30,
});

test(
  'a visitor with other software can say anything: Sanne’s tab lives on, and her words stay hers',
  PATIENTLY,
  async () => {
    await fc.assert(
      fc.asyncProperty(said, async (contents) => {
        const world = await World.open(sodium, 'rogue visitor');
        const counsellor = await world.hire(sanne);
        world.visitor.disconnect();
        counsellor.claim();
        const rogue = await rogueVisitor(world, counsellor);
        rogue.say({ kind: 'held', body: { upTo: {} } }, 0);
        rogue.say({ kind: 'history', body: { after: null, items: [], last: true } }, 0);
        counsellor.say('Van mij');
        for (const [content, acknowledged] of contents) {
          rogue.say(content, acknowledged);
          await world.pass(50);
        }
        await world.pass(5_000);
        counsellor.reload();
        await world.pass(1_000);
        expect(counsellor.state?.chat).toBe(world.desk.id);
        const shown = [...counsellor.everShown].join('');
        expect(shown).not.toMatch(/[\p{Cs}]|(?!\n)\p{Cc}/u);
      }),
      { numRuns: 60 },
    );
  },
);

test(
  'a counsellor’s device with other software cannot put words into Noor’s mouth, nor stop her client',
  PATIENTLY,
  async () => {
    await fc.assert(
      fc.asyncProperty(said, async (contents) => {
        const world = await World.open(sodium, 'rogue counsellor');
        const device = await staffDevice(sodium, world.authority, sanne, world.random);
        const rogue = await rogueCounsellor(world, device);
        world.visitor.say('Van mij');
        for (const [content, acknowledged] of contents) {
          rogue.say(content, acknowledged);
          await world.pass(50);
        }
        await world.pass(5_000);
        const authors = new Set(world.visitor.items.map(({ author }) => author));
        authors.delete('visitor');
        authors.delete(sanne.staffId);
        expect([...authors]).toEqual([]);
        const own = world.visitor.items.filter(({ author }) => author === 'visitor');
        expect(own.map(({ text }) => text)).toEqual(['Van mij']);
      }),
      { numRuns: 60 },
    );
  },
);

test('a visitor who invents ten thousand authors does not make Sanne’s next link impossible', async () => {
  const world = await World.open(sodium, 'many authors');
  const counsellor = await world.hire(sanne);
  world.visitor.disconnect();
  counsellor.claim();
  const rogue = await rogueVisitor(world, counsellor);
  rogue.say({ kind: 'held', body: { upTo: {} } }, 0);
  rogue.say({ kind: 'history', body: { after: null, items: [], last: true } }, 0);
  for (let round = 0; round < 100; round++) {
    const items = Array.from({ length: 100 }, (_, index) => ({
      author: `author-${'x'.repeat(20)}-${round}-${index}` as never,
      number: 1,
      at: 0,
      text: 'x',
    }));
    rogue.say({ kind: 'history', body: { after: null, items, last: true } }, 0);
  }
  await world.pass(1_000);
  expect(counsellor.items.length).toBeLessThan(100);
  const again = await rogueVisitor(world, counsellor);
  expect(counsellor.state?.link?.state).toBe('secure');
  again.say({ kind: 'held', body: { upTo: {} } }, 0);
  await world.pass(100);
});
