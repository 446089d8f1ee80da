import { expect, test } from 'vitest';
import type { ErrorCode } from '../protocol/errors';
import { createStaffRelay, type StaffListeners } from './staff-relay';
import { CHAT, chat, deskState, frame, organisation, SEAT } from './testing/facts';
import { type Node, ScriptedPort } from './testing/scripted-port';
import { VirtualClock } from './testing/virtual-clock';

const yes = (value: unknown) => ({ ok: true, value });
const no = (error: ErrorCode) => ({ ok: false, error });

const desk: Node = (event, payload) => {
  switch (event) {
    case 'desk:enter':
      return yes({ state: deskState([chat()]), organisation });
    case 'desk:look':
      return yes(deskState([chat({ version: 7 })]));
    case 'chat:claim':
    case 'link:request':
      return yes(chat({ version: 2 }));
    case 'frames:since':
      return yes({ frames: [], upTo: (payload as { seen: number }).seen, more: false, gap: false });
    case 'frame':
      return yes({ seq: 1 });
    default:
      return yes({});
  }
};

const start = (answer: Node) => {
  const clock = new VirtualClock();
  const port = new ScriptedPort(clock, answer);
  const facts: unknown[] = [];
  const frames: string[] = [];
  const refusals: ErrorCode[] = [];
  const states: (number | null)[] = [];
  const told = (name: string) => (fact: unknown) => facts.push([name, fact]);
  const listeners: StaffListeners = {
    'queue:changed': told('queue:changed'),
    'colleague:frame': told('colleague:frame'),
    'desk:changed': told('desk:changed'),
    'standby:alert': told('standby:alert'),
    'staff:changed': told('staff:changed'),
    'replies:changed': told('replies:changed'),
    'roster:changed': told('roster:changed'),
    'organisation:changed': told('organisation:changed'),
    'chat:changed': told('chat:changed'),
    'chat:gone': told('chat:gone'),
    'offer:made': told('offer:made'),
    'offer:withdrawn': told('offer:withdrawn'),
    'transfer:failed': told('transfer:failed'),
    'consult:over': told('consult:over'),
    'debriefs:changed': told('debriefs:changed'),
    revocations: told('revocations'),
    'keys:changed': told('keys:changed'),
    'signed-out': told('signed-out'),
    'board:changed': told('board:changed'),
  };
  const connections: boolean[] = [];
  let entered = 0;
  const relay = createStaffRelay({
    port,
    clock,
    seat: SEAT,
    entry: () => ({ presence: entered > 0 ? 'available' : null, capacity: null, capabilities: ['c'] }),
    onEntered: () => {
      entered += 1;
    },
    onState: (state) => states.push(state === null ? null : (state.chats[0]?.version ?? 0)),
    listeners,
    onFrame: (_chat, received) => frames.push(received),
    onConnection: (up) => connections.push(up),
    onRefused: (error) => refusals.push(error),
  });
  return { clock, port, relay, facts, frames, refusals, states, connections };
};

test('Sanne’s tab takes its seat, and takes it again with her presence after a lost connection', async () => {
  const { clock, port, connections } = start(desk);
  port.connect();
  await clock.pass(100);
  port.cut();
  await clock.pass(5_000);
  port.connect();
  await clock.pass(100);
  expect(port.heard('desk:enter')).toEqual([
    { seat: SEAT, presence: null, capacity: null, capabilities: ['c'] },
    { seat: SEAT, presence: 'available', capacity: null, capabilities: ['c'] },
  ]);
  expect(connections).toEqual([true, false, true]);
});

test('the frames of her chats are asked for from the last one seen', async () => {
  const { clock, port, frames } = start(desk);
  port.connect();
  await clock.pass(100);
  expect(port.heard('frames:since')).toEqual([{ chat: CHAT, seen: 0 }]);
  port.push('frame', { chat: CHAT, seq: 1, frame: frame(1) });
  port.push('frame', { chat: CHAT, seq: 2, frame: frame(2) });
  await clock.pass(100);
  port.cut();
  port.connect();
  await clock.pass(100);
  expect(port.heard('frames:since').at(-1)).toEqual({ chat: CHAT, seen: 2 });
  expect(frames).toEqual([frame(1), frame(2)]);
});

test('a gap that the relay cannot fill is left to the endpoints after a few questions', async () => {
  const { clock, port, frames } = start(desk);
  port.connect();
  await clock.pass(100);
  for (const seq of [3, 5]) port.push('frame', { chat: CHAT, seq, frame: frame(seq) });
  await clock.pass(10_000);
  expect(frames).toEqual([frame(3), frame(5)]);
  expect(port.heard('frames:since').length).toBeLessThan(10);
});

test('a colleague was first: Sanne is told at once and nothing is tried again', async () => {
  const { clock, port, relay } = start((event, payload, connection) =>
    event === 'chat:claim' ? no('already-claimed') : desk(event, payload, connection),
  );
  port.connect();
  await clock.pass(100);
  const claim = relay.request('chat:claim', { chat: CHAT });
  await clock.pass(100);
  expect(await claim).toEqual({ ok: false, error: 'already-claimed' });
  expect(port.heard('chat:claim')).toHaveLength(1);
});

test('a live state that lost her seat gets it back before the request that noticed it is made again', async () => {
  let lost = false;
  const { clock, port, relay } = start((event, payload, connection) => {
    if (event === 'desk:enter') lost = false;
    return lost ? no('unknown-seat') : desk(event, payload, connection);
  });
  port.connect();
  await clock.pass(100);
  lost = true;
  const set = relay.request('safety:set', { chat: CHAT, level: 'red' });
  const sent = relay.submit(frame(1, 'staff'));
  await clock.pass(2_000);
  expect(await sent).toBeNull();
  // The desk of this test answers with nothing, which is no chat.
  await clock.pass(30_000);
  expect(await set).toEqual({ ok: false, error: 'internal' });
  expect(port.heard('desk:enter')).toHaveLength(2);
});

test('facts reach the console in the shape they promise, or not at all', async () => {
  const { clock, port, relay, facts } = start(desk);
  port.connect();
  await clock.pass(100);
  port.push('chat:changed', chat({ version: 3 }));
  port.push('chat:changed', { ...chat(), phase: 'asleep' });
  port.push('chat:gone', { chat: CHAT, reason: 'transferred' });
  await clock.pass(100);
  expect(facts).toEqual([
    ['chat:changed', chat({ version: 3 })],
    ['chat:gone', { chat: CHAT, reason: 'transferred' }],
  ]);
  expect(relay.garbage).toBe(1);
});

test('the whole desk is looked at again every 20 seconds', async () => {
  const { clock, port, states } = start(desk);
  port.connect();
  await clock.pass(41_000);
  expect(states).toEqual([7, 7]);
});

test('a server that cannot say how the desk is, is heard to say so, until it can again', async () => {
  let isBlind = true;
  const { clock, port, states, connections } = start((event, payload, connection) =>
    event === 'desk:look' && isBlind ? no('unavailable') : desk(event, payload, connection),
  );
  port.connect();
  await clock.pass(50_000);
  expect(states).toContain(null);
  expect(states).not.toContain(7);
  isBlind = false;
  await clock.pass(21_000);
  expect(states.at(-1)).toBe(7);
  expect(connections).toEqual([true]);
});

test('a session that was ended elsewhere is told, and nothing is asked any more', async () => {
  const { clock, port, relay, refusals } = start(() => no('not-signed-in'));
  port.connect();
  await clock.pass(60_000);
  expect(refusals).toEqual(['not-signed-in']);
  expect(await relay.submit(frame(1, 'staff'))).toBe('not-signed-in');
  expect(await relay.request('desk:look', {})).toEqual({ ok: false, error: 'not-signed-in' });
  expect(port.asked).toHaveLength(1);
});

test('what is no frame never leaves', async () => {
  const { clock, port, relay } = start(desk);
  port.connect();
  await clock.pass(100);
  expect(await relay.submit('hello')).toBe('malformed');
  expect(port.heard('frame')).toEqual([]);
});
