import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { type HouseOfTwo, meet } from '../../support/house';
import type { NetworkPath } from '../../support/network-cut';
import type { Counsellor } from '../../support/people/counsellor';
import type { Visitor } from '../../support/people/visitor';
import { until } from '../../support/until';

const GREETING = { visitor: 'Is daar iemand?', counsellor: 'Ja, ik ben er.' } as const;
/** Between one line and the next of the same person; a person types slower. */
const EVERY_MS = 40;
/** Longer than any of the faults, the reconnections and the retries together. */
const MEND_MS = 60_000;

/** A visitor on the first node and a counsellor on the second, each on a network of their own, in the middle of a chat. */
export type Conversation = {
  readonly visitor: Visitor;
  readonly counsellor: Counsellor;
  readonly network: { readonly visitor: NetworkPath; readonly counsellor: NetworkPath };
  /** Both type while this happens, and go on for a moment afterwards. */
  while(fault: () => Promise<unknown>): Promise<void>;
  /** Waits until everything is on both screens, and looks at what they show and at the marks. */
  readonly settle: () => Promise<void>;
};

/** Everything that anybody typed is on both screens once, each person's lines in their order, and marked so. */
export async function expectWhole({ visitor, settle }: Conversation): Promise<void> {
  await settle();
  expect(visitor.view()).toMatchObject({ phase: 'active', returning: false, endReason: null });
}

export async function converse(house: HouseOfTwo, staffId: string): Promise<Conversation> {
  const network = { visitor: await house.two.path(0), counsellor: await house.two.path(1) };
  const counsellor = await house.counsellor(staffId, { url: network.counsellor.url, presence: 'busy' });
  const visitor = await house.visitorFor(counsellor, { url: network.visitor.url });
  await meet(visitor, counsellor);
  const { chat } = visitor.view();
  const written = { visitor: [GREETING.visitor as string], counsellor: [GREETING.counsellor as string] };

  const typeLine = () => {
    const n = written.visitor.length;
    written.visitor.push(`bezoeker ${n}`);
    visitor.write(`bezoeker ${n}`);
    written.counsellor.push(`hulpverlener ${n}`);
    counsellor.write(chat, `hulpverlener ${n}`);
  };

  const of = (texts: readonly string[], author: 'visitor' | 'counsellor') =>
    texts.filter((text) => written[author].includes(text));

  const expectTrue = (): void => {
    for (const shown of [visitor.texts(), counsellor.texts(chat)]) {
      for (const author of ['visitor', 'counsellor'] as const) {
        // A beginning of what was written: nothing twice, nothing out of order, nothing skipped.
        const lines = of(shown, author);
        expect(lines).toEqual(written[author].slice(0, lines.length));
      }
      expect(shown).toHaveLength(of(shown, 'visitor').length + of(shown, 'counsellor').length);
    }
    expectHonestMarks();
  };

  /** A line counts as received only when the other screen shows it. */
  const expectHonestMarks = (): void => {
    const received = (items: ReturnType<Visitor['items']>) =>
      items.filter(({ delivery }) => delivery === 'received').map(({ text }) => text);
    expect(counsellor.texts(chat)).toEqual(expect.arrayContaining(received(visitor.items())));
    expect(visitor.texts()).toEqual(expect.arrayContaining(received(counsellor.items(chat))));
  };

  return {
    visitor,
    counsellor,
    network,
    while: async (fault) => {
      let over = false;
      const done = fault().finally(() => {
        over = true;
      });
      for (let after = 0; after < 5; after += over ? 1 : 0) {
        typeLine();
        expectTrue();
        await pause(EVERY_MS);
      }
      await done;
    },
    settle: async () => {
      const missing = () => ({
        atCounsellor: written.visitor.filter((line) => !counsellor.texts(chat).includes(line)),
        atVisitor: written.counsellor.filter((line) => !visitor.texts().includes(line)),
        pending: visitor.items().filter(({ delivery }) => delivery !== null && delivery !== 'received')
          .length,
        phase: visitor.view().phase,
        visitor: visitor.state()?.link,
        counsellor: counsellor.state(chat)?.link,
        refused: [visitor.refused(), counsellor.refused()],
      });
      await until(
        'every line is on both screens and marked as received',
        () => {
          const { atCounsellor, atVisitor } = missing();
          const marks = [...visitor.items(), ...counsellor.items(chat)].map(({ delivery }) => delivery);
          const settled = marks.every((delivery) => delivery === null || delivery === 'received');
          return atCounsellor.length === 0 && atVisitor.length === 0 && settled;
        },
        { within: MEND_MS, seen: missing },
      );
      expectTrue();
    },
  };
}
