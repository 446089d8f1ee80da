import { createHash } from 'node:crypto';
import { visitorRequests, type ProofChallenge } from '@haven/shared/protocol/visitor-events';
import { LIMITS } from '@haven/shared/protocol/limits';
import { isErrorCode } from '@haven/shared/protocol/errors';
import { staffRequests } from '@haven/shared/protocol/staff-events';
import type { SocketPort } from '@haven/shared/transport/socket-port';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, meet, openHouse, talk } from '../support/house';
import { signInAs } from '../support/people/counsellor';
import { proofOf } from '../support/sign-in';
import { openSocketPort } from '../support/socket-port';
import { until } from '../support/until';

let house: House;
let url: string;
beforeAll(async () => {
  house = await openHouse();
  url = house.nodes[0]?.url ?? '';
});
afterAll(() => house.stop());

type Reply = { readonly ok: boolean; readonly error?: unknown; readonly value?: unknown };
type Peer = { readonly ask: (event: string, payload: unknown) => Promise<Reply>; readonly port: SocketPort };

async function peer(
  namespace: '/visitor' | '/staff',
  ...surroundings: Parameters<typeof openSocketPort>[2][]
): Promise<Peer> {
  const port = openSocketPort(url, namespace, ...surroundings);
  await until('the peer is connected', () => port.connected);
  return {
    port,
    ask: (event, payload) =>
      new Promise((resolve) => {
        port.emit(event, payload, (reply) => resolve(reply as Reply));
      }),
  };
}

/** Things that are wrong in every way: shape, type, size, depth, names that mean something to JavaScript. */
const garbage = fc.oneof(
  fc.anything({ withDate: false, withBigInt: false, withMap: false, withSet: false, withSparseArray: false }),
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    { __proto__: { chat: 'x' } },
    JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
    { chat: 'AAAAAAAAAAAAAAAAAAAAAA', seen: -1 },
    { chat: { toString: 'x' } },
    { frame: 'A'.repeat(LIMITS.frameCharacters + 1) },
    { frame: '!'.repeat(500) },
    { frame: 'A'.repeat(63) },
    { capability: 'A'.repeat(LIMITS.capabilityCharacters + 1), seen: 0 },
    { region: 'x'.repeat(10_000), language: 'nl', forWhom: null, topics: [] },
    { region: null, language: 'xx', forWhom: 'nobody', topics: Array(100).fill('safety') },
    [],
    null,
    '',
    0,
    Number.MAX_SAFE_INTEGER,
  ),
);

/** What JSON carries of it; the wire has no functions, no undefined, no cycles. */
const onTheWire = (value: unknown): unknown => {
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null');
  } catch {
    return null;
  }
};

const requests = new Map<string, { readonly payload: { safeParse(value: unknown): { success: boolean } } }>(
  Object.entries({ ...visitorRequests, ...staffRequests }),
);
/** By chance it is no garbage: an empty payload from a supervisor publishes the roster that is there, which is empty. */
const isAskedFor = (event: string, payload: unknown): boolean =>
  requests.get(event)?.payload.safeParse(payload).success === true;

async function conversation(staffId: string) {
  const counsellor = await house.counsellor(staffId, { presence: 'busy' });
  const visitor = await house.visitorFor(counsellor);
  await meet(visitor, counsellor);
  return { visitor, counsellor };
}

describe('what peers send', () => {
  test('whatever is sent, the answer is a named error and the chats of others go on', async () => {
    const { visitor, counsellor } = await conversation('sanne');
    const { cookie, device } = await signInAs(url, 'fatma');
    const introduce = () => proofOf(url, cookie, device.sign);
    const peers = {
      visitor: await peer('/visitor'),
      staff: await peer('/staff', { headers: { cookie }, introduce }),
    };
    const names = {
      visitor: [...Object.keys(visitorRequests), 'chat:peek', '__proto__', 'constructor', 'toString', ''],
      staff: [...Object.keys(staffRequests), 'chat:listen', '__proto__', 'hasOwnProperty', ''],
    };
    const attempt = fc.record({
      namespace: fc.constantFrom('visitor' as const, 'staff' as const),
      pick: fc.nat(),
      payload: garbage.map(onTheWire),
    });
    const errors = new Set<unknown>();
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { minLength: 20, maxLength: 20 }), async (attempts) => {
        const replies = await Promise.all(
          attempts.map(({ namespace, pick, payload }) => {
            const all = names[namespace];
            const event = all[pick % all.length] ?? '';
            return peers[namespace].ask(event, isAskedFor(event, payload) ? 'garbage' : payload);
          }),
        );
        for (const reply of replies) {
          if (reply.ok) continue;
          errors.add(reply.error);
        }
      }),
      { numRuns: 15 },
    );
    expect([...errors].filter((error) => !isErrorCode(error))).toEqual([]);
    expect(errors).toContain('malformed');
    expect(errors).toContain('unknown-event');
    expect(errors).not.toContain('internal');
    expect([peers.visitor.port.connected, peers.staff.port.connected]).toEqual([true, true]);
    const metrics = await house.nodes[0]?.metrics();
    expect(
      metrics?.get('haven_events_total{namespace="visitor",event="unknown",outcome="unknown-event"}'),
    ).toBeGreaterThan(0);
    expect(metrics?.get('haven_faults_total')).toBe(0);
    peers.visitor.port.close();
    peers.staff.port.close();
    await talk(visitor, counsellor, 'Bent u er nog?', 'Ja.');
  });

  test('a packet that is too large ends its own connection and no other', async () => {
    const { visitor, counsellor } = await conversation('karim');
    const flooder = await peer('/visitor');
    let lost = false;
    flooder.port.onDisconnect(() => {
      lost = true;
    });
    flooder.port.emit('frame', { frame: 'A'.repeat(LIMITS.packetBytes * 4) }, () => undefined);
    await until('the connection is closed', () => lost);
    flooder.port.close();
    await talk(visitor, counsellor, 'Bent u er nog?', 'Ja.');
    expect([visitor.connected(), counsellor.connected()]).toEqual([true, true]);
  });

  test('a connection that floods is slowed down, and nobody else is', async () => {
    const { visitor, counsellor } = await conversation('noor');
    const flooder = await peer('/visitor');
    const replies = await Promise.all(
      Array.from({ length: 3_000 }, () => flooder.ask('proof:challenge', {})),
    );
    const errors = replies.map(({ error }) => error).filter((error) => error !== undefined);
    expect(new Set(errors)).toEqual(new Set(['too-frequent']));
    expect(errors.length).toBeGreaterThan(2_000);
    expect(flooder.port.connected).toBe(true);
    await talk(visitor, counsellor, 'Bent u er nog?', 'Ja.');
    await until('the flooder may ask again', async () => (await flooder.ask('proof:challenge', {})).ok);
    flooder.port.close();
  });

  test('a flood of entries without proof waits behind those with one', async () => {
    await house.counsellor('fatma', { presence: 'busy' });
    const enter = { region: 'haarlem', language: 'nl', forWhom: null, topics: [] };
    const crowd = await Promise.all(Array.from({ length: 60 }, () => peer('/visitor')));
    for (const { ask } of crowd) expect(await ask('chat:enter', enter)).toMatchObject({ ok: true });
    const person = await peer('/visitor');
    const challenge = (await person.ask('proof:challenge', {})).value as ProofChallenge;
    const wrong = { ...solve(challenge), number: -1 };
    expect(await person.ask('proof:submit', wrong)).toMatchObject({ ok: false });
    expect(await person.ask('proof:submit', solve(challenge))).toEqual({ ok: true, value: {} });
    expect(await person.ask('proof:submit', solve(challenge))).toEqual({ ok: false, error: 'proof-wrong' });
    const { value } = await person.ask('chat:enter', enter);
    const { view } = value as { view: { place: number } };
    expect(view.place).toBeLessThan(40);
    for (const { port } of [...crowd, person]) port.close();
  });
});

/** Looks for the number, as a browser does. */
function solve({ salt, challenge, signature, maxNumber }: ProofChallenge) {
  for (let number = 0; number < maxNumber; number += 1) {
    if (createHash('sha256').update(`${salt}${number}`).digest('hex') === challenge) {
      return { salt, challenge, signature, number };
    }
  }
  throw new Error('The challenge has no solution.');
}
