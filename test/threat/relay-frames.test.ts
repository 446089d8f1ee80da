import { toBase64Url } from '@haven/shared/crypto/bytes';
import { FRAME_TYPE, SENDER } from '@haven/shared/crypto/frame';
import { flipped } from '@haven/shared/crypto/testing/conversation';
import type { ConversationItem } from '@haven/shared/endpoint/conversation';
import type { StaffPage } from '@haven/shared/endpoint/testing/staff-page';
import type { Mischief, World } from '@haven/shared/endpoint/testing/world';
import { minutes, seconds } from '@haven/shared/units';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bytesOf,
  changeFrames,
  honest,
  karim,
  openWorld,
  prefixOf,
  sanne,
  talking,
} from './support/lying-relay';

const SAID = ['Ik ben bang voor hem.', 'Ben je nu veilig?', 'Hij is weg tot zes uur.', 'Dan hebben we tijd.'];

/** A whole conversation of four lines, whatever the relay does meanwhile; both people write when it is their turn. */
async function converse(world: World): Promise<StaffPage> {
  const staff = await world.hire(sanne);
  staff.claim();
  for (const [turn, line] of SAID.entries()) {
    (turn % 2 === 0 ? world.visitor : staff).say(line);
    await world.pass(seconds(2));
  }
  return staff;
}

const byVisitor = SAID.filter((_, turn) => turn % 2 === 0);
const byStaff = SAID.filter((_, turn) => turn % 2 === 1);

/** Shown on a screen: lines that were written, each at most once, each person's in the order of writing. */
function expectNothingFalse(shown: readonly string[]): void {
  expect(new Set(shown).size).toBe(shown.length);
  for (const lines of [byVisitor, byStaff]) {
    const seen = shown.filter((line) => lines.includes(line));
    expect(seen).toEqual(lines.filter((line) => seen.includes(line)));
  }
  expect(shown.filter((line) => !SAID.includes(line))).toEqual([]);
}

/** Everything is on both screens. Lines of two people that crossed on the way may stand either way round. */
function expectWhole(world: World, staff: StaffPage): void {
  for (const shown of [world.visitor.texts(), staff.texts()]) {
    expectNothingFalse(shown);
    expect(shown).toHaveLength(SAID.length);
  }
}

/** A line counts as received only on a screen that shows it. */
function expectHonestMarks(world: World, staff: StaffPage): void {
  const received = (items: readonly ConversationItem[]) =>
    items.filter(({ delivery }) => delivery === 'received').map(({ text }) => text);
  expect([...staff.everShown]).toEqual(expect.arrayContaining(received(world.visitor.items)));
  expect(world.visitor.texts()).toEqual(expect.arrayContaining(received(staff.items)));
}

describe('what arrives', () => {
  test('a flipped bit anywhere shows nothing that nobody wrote', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 15 }),
        fc.nat(),
        fc.nat({ max: 7 }),
        fc.boolean(),
        async (nth, at, bit, on) => {
          const world = await openWorld(`flip ${nth} ${at} ${bit}`);
          let frames = 0;
          changeFrames(world, (frame) => {
            const mine = on ? frames >= nth : frames === nth;
            frames += 1;
            const bytes = bytesOf(frame);
            // Not the name of the frame: the relay that changed it would only be dropping it.
            return mine ? toBase64Url(flipped(bytes, 12 + (at % (bytes.length - 12)), bit)) : frame;
          });
          const staff = await converse(world);
          expectNothingFalse(world.visitor.texts());
          expectNothingFalse(staff.texts());
          expectHonestMarks(world, staff);
          honest(world);
          world.visitor.tell({ type: 'link-again' });
          await world.pass(minutes(3));
          expectWhole(world, staff);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('frames that come twice show their message once', async () => {
    const world = await openWorld('twice');
    world.mischief.push(...Array.from({ length: 200 }, () => ({ kind: 'twice' }) as const));
    const staff = await converse(world);
    for (const { frame, fromVisitor } of world.ring.all) world.inject(frame, fromVisitor ? staff : 'visitor');
    await world.pass(seconds(10));
    expect(staff.texts()).toEqual(SAID);
    expect(world.visitor.texts()).toEqual(SAID);
  });

  test('frames in another order show the messages in theirs', async () => {
    const mischief = fc.oneof(
      fc.constant<Mischief>({ kind: 'twice' }),
      fc.nat({ max: 3_000 }).map((by): Mischief => ({ kind: 'late', by })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(mischief, { minLength: 40, maxLength: 40 }), async (all) => {
        const world = await openWorld(`order ${JSON.stringify(all)}`);
        world.mischief.push(...all);
        const staff = await converse(world);
        // An accept that the first frame has overtaken costs a handshake, each time a longer wait.
        await world.pass(minutes(8));
        expectWhole(world, staff);
      }),
      { numRuns: 25 },
    );
  });

  test('a frame that the relay swallows is sent again, and never shows as received before it was', async () => {
    const { world, staff } = await talking('swallowed');
    world.mischief.push({ kind: 'drop' });
    world.visitor.say('Hij komt de trap op.');
    await world.pass(seconds(1));
    expect(staff.texts()).not.toContain('Hij komt de trap op.');
    expect(world.visitor.items.at(-1)?.delivery).toBe('sent');
    await world.pass(minutes(1));
    expect(staff.texts().at(-1)).toBe('Hij komt de trap op.');
    expect(world.visitor.items.at(-1)?.delivery).toBe('received');
  });

  test('an invented frame shows nothing', async () => {
    const { world, staff } = await talking('invented');
    const before = [world.visitor.texts(), staff.texts()];
    const some = world.ring.all.find(({ frame }) => prefixOf(frame).type === FRAME_TYPE.message);
    const { length } = bytesOf(some?.frame ?? '');
    for (const to of ['visitor', staff] as const) {
      const sender = to === 'visitor' ? SENDER.staff : SENDER.visitor;
      for (let number = 1; number < 20; number += 1) {
        const invented = world.random(length);
        // A true prefix, so that it is looked at at all.
        invented.set(bytesOf(some?.frame ?? '').subarray(0, 28));
        new DataView(invented.buffer).setUint32(8, number);
        invented[3] = sender;
        world.inject(toBase64Url(invented), to);
      }
      world.inject(toBase64Url(world.random(length)), to);
    }
    await world.pass(seconds(5));
    expect([world.visitor.texts(), staff.texts()]).toEqual(before);
    world.visitor.say('Hoort u mij nog?');
    await world.pass(minutes(2));
    expect(staff.texts().at(-1)).toBe('Hoort u mij nog?');
  });

  test('a frame of one link opens in no other', async () => {
    const { world, staff } = await talking('two links');
    const colleague = await world.hire(karim);
    staff.handOver(colleague);
    await world.pass(seconds(2));
    world.visitor.tell({ type: 'share', staffId: karim.staffId, choice: 'nothing' });
    await world.pass(seconds(10));
    world.visitor.say('Dag Karim.');
    await world.pass(seconds(5));
    expect(colleague.texts()).toEqual(['Dag Karim.']);
    for (const { frame } of world.ring.all) {
      for (const to of ['visitor', staff, colleague] as const) world.inject(frame, to);
    }
    await world.pass(seconds(10));
    expect([...colleague.everShown]).toEqual(['Dag Karim.']);
    expect([...staff.everShown]).not.toContain('Dag Karim.');
    expect(world.visitor.texts().filter((text) => text === 'Dag Karim.')).toHaveLength(1);
  });

  test('a short text, a longer one and a typing mark look alike', async () => {
    const { world } = await talking('sizes');
    const sizes = async (act: () => void) => {
      const before = world.ring.all.length;
      act();
      await world.pass(seconds(3));
      const sent = world.ring.all.slice(before).filter(({ fromVisitor }) => fromVisitor);
      expect(sent.length).toBeGreaterThan(0);
      return new Set(sent.map(({ frame }) => bytesOf(frame).length));
    };
    const short = await sizes(() => world.visitor.say('Ja'));
    const longer = await sizes(() =>
      world.visitor.say('Hij heeft gisteren mijn telefoon kapotgeslagen. '.repeat(2)),
    );
    const typing = await sizes(() => world.visitor.tell({ type: 'typing', on: true }));
    const story = await sizes(() => world.visitor.say('Een lang verhaal. '.repeat(30)));
    expect(longer).toEqual(short);
    expect(typing).toEqual(short);
    expect(story).not.toEqual(short);
  });
});
