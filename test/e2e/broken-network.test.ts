import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { tellScreensOfFailures } from '../support/browser-evidence';
import { type Counsellor, type Stage, meet, startStage, type Visitor } from '../support/browser-stage';
import { createClosing } from '../support/closing';
import type { NetworkPath } from '../support/network-cut';
import type { Line } from '../support/page-visitor';
import { until } from '../support/until';

// Each has nodes, Redis and people of its own, and they wait side by side.

const closing = createClosing();
afterAll(closing.close);
const browsers: Browser[] = [];
tellScreensOfFailures(() => browsers);

/** What the design promises to survive. A person's patience, not a deadline of the code. */
const CUT_MS = 30_000;

type Pair = {
  readonly stage: Stage;
  readonly visitor: Visitor;
  readonly counsellor: Counsellor;
  readonly paths: { readonly visitor: NetworkPath; readonly counsellor: NetworkPath };
};

/** Sanne at node A, Mila at node B, each by a way of her own that leads to the other node when hers is gone. */
async function pair(): Promise<Pair> {
  const stage = closing.add(await startStage());
  browsers.push(stage.people.browser);
  const paths = { counsellor: await stage.haven.path(0), visitor: await stage.haven.path(1) };
  const { visitor, counsellor } = await meet(stage, {
    staffId: 'sanne',
    name: 'Sanne',
    region: 'Alkmaar',
    counsellorAt: paths.counsellor.url,
    visitorAt: paths.visitor.url,
  });
  return { stage, visitor, counsellor, paths };
}

const texts = (lines: readonly Line[]) => lines.map(({ text }) => text);
const received = (lines: readonly Line[]) => texts(lines.filter(({ state }) => state === 'received'));

/** Both write in turn, as they would: `count` lines each, numbered. */
async function bothWrite({ visitor, counsellor }: Pair, from: number, count: number): Promise<void> {
  for (let number = from; number < from + count; number++) {
    await visitor.chat.send(`Mila ${number}`);
    await counsellor.desk.send(`Sanne ${number}`);
  }
}

/** Every line once, each one's in the order they were written, and the same conversation on both screens. */
async function expectWhole({ visitor, counsellor }: Pair, count: number): Promise<void> {
  const read = async () => [texts(await visitor.chat.lines()), texts(await counsellor.desk.lines())] as const;
  await until(
    'both screens show all',
    async () => (await read()).every((shown) => shown.length >= 2 * count),
    { within: 60_000, seen: () => [] },
  );
  await until('Mila sees that all of hers arrived', async () =>
    (await visitor.chat.lines()).every(({ text, state }) => text.startsWith('Sanne') || state === 'received'),
  );
  await until('Sanne sees that hers arrived', async () => {
    const own = (await counsellor.desk.lines()).filter(({ text }) => text.startsWith('Sanne'));
    return own.every(({ state }) => state === null || state === 'received');
  });
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  for (const shown of await read()) {
    for (const name of ['Mila', 'Sanne']) {
      expect(shown.filter((text) => text.startsWith(name))).toEqual(
        numbers.map((number) => `${name} ${number}`),
      );
    }
  }
  const [onHers, onTheirs] = await read();
  expect(onTheirs).toEqual(onHers);
}

/** What one side is told has arrived stands on the other's screen, while nothing can travel any more. */
async function expectHonest({ visitor, counsellor }: Pair): Promise<void> {
  const claimed = received(await visitor.chat.lines()).filter((text) => text.startsWith('Mila'));
  const shown = texts(await counsellor.desk.lines());
  expect(claimed.filter((text) => !shown.includes(text))).toEqual([]);
  const claimedByDesk = received(await counsellor.desk.lines()).filter((text) => text.startsWith('Sanne'));
  const shownToMila = texts(await visitor.chat.lines());
  expect(claimedByDesk.filter((text) => !shownToMila.includes(text))).toEqual([]);
}

describe.concurrent('the network of one side is gone for half a minute', () => {
  test('the visitor’s: what both write meanwhile arrives once and in order', async () => {
    const both = await pair();
    await bothWrite(both, 1, 3);
    both.paths.visitor.cut();
    const back = pause(CUT_MS);
    await bothWrite(both, 4, 3);
    await expectHonest(both);
    const state = async (text: string) => both.visitor.chat.stateOf(text);
    expect(await state('Mila 4')).toBe('sending');
    expect(await state('Mila 6')).toBe('sending');
    await both.visitor.chat.text('chat.slow').or(both.visitor.chat.text('chat.cut')).waitFor();
    await back;
    expect(await state('Mila 6')).toBe('sending');
    both.paths.visitor.resume();
    await bothWrite(both, 7, 2);
    await expectWhole(both, 8);
  });

  test('the counsellor’s: what both write meanwhile arrives once and in order, though her device cannot prove itself at first', async () => {
    const both = await pair();
    await bothWrite(both, 1, 3);
    both.paths.counsellor.cut();
    const back = pause(CUT_MS);
    await bothWrite(both, 4, 3);
    await expectHonest(both);
    expect((await both.counsellor.desk.lines()).at(-1)?.state).toBe('sending');
    await both.counsellor.desk.text('connection.down').waitFor();
    await back;
    let asked = 0;
    await both.counsellor.page.route('**/console/api/challenge', (route) => {
      asked += 1;
      return asked > 2 ? route.continue() : route.abort();
    });
    both.paths.counsellor.resume();
    await bothWrite(both, 7, 2);
    await expectWhole(both, 8);
    expect(asked).toBeGreaterThan(2);
  });
});

describe.concurrent('a node is killed while both write', () => {
  test('the visitor’s: every message arrives once and in order', async () => {
    const both = await pair();
    await bothWrite(both, 1, 4);
    await both.stage.haven.nodes[1].kill9();
    await bothWrite(both, 5, 4);
    await expectWhole(both, 8);
  });

  test('the counsellor’s: every message arrives once and in order', async () => {
    const both = await pair();
    await bothWrite(both, 1, 4);
    await both.stage.haven.nodes[0].kill9();
    await bothWrite(both, 5, 4);
    await expectWhole(both, 8);
  });
});
