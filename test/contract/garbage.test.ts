import { ERRORS } from '@haven/shared/protocol/errors';
import { staffRequests } from '@haven/shared/protocol/staff-events';
import { visitorRequests } from '@haven/shared/protocol/visitor-events';
import fc from 'fast-check';
import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { within } from '../support/until';
import { openWebSocket } from '../support/web-socket';
import { type House, openHouse } from './house';
import { counsellor, frameOf, signIn, staff, visitor } from './peers';
import { linkedPair, type Pair } from './stories';

/** What JSON can carry, and some that is nearly right. */
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom('', 'sanne', 'A'.repeat(22), 'A'.repeat(900), '__proto__', 0, -1, 2 ** 53, null, [], {}),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
);
const NAMES =
  'frame chat seat staffId capability capabilities seen reason presence capacity region language forWhom topics target ' +
  'level epoch number salt challenge signature helped safer toString __proto__ constructor';
const field = fc.constantFrom(...NAMES.split(' '));
const payload = fc.oneof(fc.dictionary(field, value, { maxKeys: 8 }), value);

const outcomes = new Set<unknown>([true, ...Object.keys(ERRORS)]);
const isReply = (reply: unknown): boolean => {
  if (typeof reply !== 'object' || reply === null) return false;
  const { ok, error } = reply as { ok?: unknown; error?: unknown };
  return outcomes.has(ok === true ? true : error);
};

const send = (socket: Socket, event: string, args: readonly unknown[]): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const lost = (reason: string) => reject(new Error(`The connection was lost: ${reason}`));
    socket.once('disconnect', lost);
    socket.emit(event, ...args, (reply: unknown) => {
      socket.off('disconnect', lost);
      resolve(reply);
    });
  });

describe('Garbage', () => {
  const closing = createClosing();
  let house: House;
  let others: Pair;
  beforeAll(async () => {
    house = closing.add(await openHouse());
    others = await linkedPair(house, 'sanne', 'alkmaar');
  });
  afterAll(closing.close);

  /** What the others, and the node itself, have to say about it. */
  const aftermath = async () => {
    await others.exchange(1);
    const { status } = await fetch(`${house.nodes[0]?.url}/healthz`);
    return { status, faults: house.nodes[0]?.log().includes('"internal"') };
  };
  /** The transport itself ends a connection that announces more attachments in one packet; see the last story. */
  const MOST_ATTACHMENTS = 10;
  const attachments = (part: unknown): number => {
    if (Buffer.isBuffer(part)) return 1;
    if (typeof part !== 'object' || part === null) return 0;
    return Object.values(part).reduce((sum: number, each) => sum + attachments(each), 0);
  };

  const args = fc.array(payload, { maxLength: 3 }).filter((parts) => attachments(parts) <= MOST_ATTACHMENTS);
  const UNDISTURBED = { status: 200, faults: false };

  const storm = async (events: readonly string[], open: () => Promise<{ socket: Socket; leave(): void }>) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...events), args), { minLength: 1, maxLength: 40 }),
        async (calls) => {
          const peer = await open();
          const replies = await Promise.all(calls.map(([event, parts]) => send(peer.socket, event, parts)));
          expect(replies.filter((reply) => !isReply(reply))).toEqual([]);
          expect(peer.socket.connected).toBe(true);
          peer.leave();
        },
      ),
      { numRuns: 40 },
    );
  };

  test('at every event of a visitor gets a reply by name, and disturbs nobody', async () => {
    const url = house.nodes[0]?.url ?? '';
    const events = [...Object.keys(visitorRequests), 'nonsense', ...Object.keys(staffRequests).slice(0, 2)];
    await storm(events, () => visitor(url));
    expect(await aftermath()).toEqual(UNDISTURBED);
  });

  test('at every event of the desk gets a reply by name, and disturbs nobody', async () => {
    const url = house.nodes[0]?.url ?? '';
    const { cookie } = await signIn(url, 'karim');
    // What ends the sign-in is left out: nearly right payloads would do so rightly.
    const asked = Object.keys(staffRequests).filter((event) => event !== 'account:sign-out-everywhere');
    const events = [...asked, 'nonsense'];
    await storm(events, () => staff(url, cookie));
    await storm(events, () => counsellor(url, 'karim'));
    expect(await aftermath()).toEqual(UNDISTURBED);
  });

  test('in the middle of a chat costs that chat nothing', async () => {
    const pair = await linkedPair(house, 'noor', 'amsterdam');
    const { socket } = pair.visitor;
    // What ends the chat, or asks for it, is left out: nearly right payloads would do so rightly.
    const events = Object.keys(visitorRequests).filter((event) => event !== 'chat:leave');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...events), args, async (event, parts) => {
        expect(isReply(await send(socket, event, parts))).toBe(true);
      }),
      { numRuns: 50 },
    );
    await pair.exchange(3);
    expect(await pair.visitor.refused('frame', { frame: frameOf(pair.chat, { epoch: 9 }) })).toBe(
      'unknown-epoch',
    );
    pair.leave();
    expect(await aftermath()).toEqual(UNDISTURBED);
  });

  test.each([
    ['at once', ['40/visitor,', '40/visitor,'], []],
    ['after the first', ['40/visitor,'], ['41/visitor,', '40/visitor,']],
    [
      'after the first, having knocked at the desk',
      ['40/visitor,'],
      ['40/staff,', '41/visitor,', '40/visitor,'],
    ],
  ])('a second visitor on one connection, %s, ends that connection', async (_when, texts, then) => {
    const port = Number(new URL(house.nodes[0]?.url ?? '').port);
    await within(
      10_000,
      'the server closes the connection',
      new Promise<void>((resolve) => {
        const wire = openWebSocket(
          { port },
          '/socket.io/?EIO=4&transport=websocket',
          {},
          (received) => {
            if (received.startsWith('0{')) for (const each of texts) wire.send(each);
            if (received.startsWith('40/visitor,')) for (const each of then) wire.send(each);
          },
          () => resolve(),
        );
      }),
    );
    expect(await aftermath()).toEqual(UNDISTURBED);
  });

  test('on the wire itself ends that connection at most', async () => {
    const port = Number(new URL(house.nodes[0]?.url ?? '').port);
    const known = [
      '40/visitor,',
      '42/visitor,["frame"',
      '42/visitor,1["frame",{}]',
      '42/visitor,["disconnect"]',
      '451-/visitor,["frame",{"_placeholder":true,"num":0}]',
      '43/visitor,7[]',
      '511-/visitor,1["frame",{}]',
      '599999-/staff,2["frame",{}]',
      '40/staff,{"a":1}',
      '40/nowhere,',
      '2',
      '41',
      '4'.repeat(40_000),
    ];
    const text = fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom(...known));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 8 }), async (texts) => {
        await new Promise<void>((resolve) => {
          const wire = openWebSocket(
            { port },
            '/socket.io/?EIO=4&transport=websocket',
            {},
            (received) => {
              if (!received.startsWith('0{')) return;
              for (const each of texts) wire.send(each);
              wire.close();
            },
            () => resolve(),
          );
        });
      }),
      { numRuns: 60 },
    );
    expect(await aftermath()).toEqual(UNDISTURBED);
  });
});
