import { expect, test } from 'vitest';
import type { Answers, VisitorView } from '../protocol/chat';
import type { ErrorCode } from '../protocol/errors';
import type { StoredFrame } from '../protocol/frame';
import { CHAT, frame, member, view } from './testing/facts';
import { type Node, ScriptedPort, SILENCE } from './testing/scripted-port';
import { VirtualClock } from './testing/virtual-clock';
import { createVisitorRelay } from './visitor-relay';

const answers: Answers = { region: null, language: 'nl', forWhom: null, topics: [] };
const yes = (value: unknown) => ({ ok: true, value });
const no = (error: ErrorCode) => ({ ok: false, error });

/** A node that knows one chat and stores frames. */
const node = () => {
  const stored: string[] = [];
  const forVisitor: StoredFrame[] = [];
  const answer: Node = (event, payload) => {
    const asked = payload as { seen: number; frame: string };
    switch (event) {
      case 'chat:enter':
        return yes({ view: view(), capability: 'c1' });
      case 'chat:resume':
        return yes({
          view: view({ version: 5 }),
          capability: 'c2',
          replay: {
            frames: forVisitor.filter(({ seq }) => seq > asked.seen),
            upTo: Math.max(asked.seen, ...forVisitor.map(({ seq }) => seq)),
            more: false,
            gap: false,
          },
        });
      case 'frames:since': {
        const frames = forVisitor.filter(({ seq }) => seq > asked.seen);
        const upTo = Math.max(asked.seen, ...forVisitor.map(({ seq }) => seq));
        return yes({ frames, upTo, more: false, gap: false });
      }
      case 'chat:look':
        return yes({ view: view({ version: 6, members: [member] }), capability: 'c3' });
      case 'frame':
        if (!stored.includes(asked.frame)) stored.push(asked.frame);
        return yes({ seq: 100 + stored.indexOf(asked.frame) });
      default:
        return yes({});
    }
  };
  return { answer, stored, forVisitor };
};

const start = (answer: Node) => {
  const clock = new VirtualClock();
  const port = new ScriptedPort(clock, answer);
  const views: VisitorView[] = [];
  const capabilities: string[] = [];
  const frames: string[] = [];
  const connections: boolean[] = [];
  const refusals: ErrorCode[] = [];
  const lists: string[] = [];
  const relay = createVisitorRelay({
    port,
    clock,
    onView: (seen, capability) => {
      views.push(seen);
      capabilities.push(capability);
    },
    onFrame: (received) => frames.push(received),
    onRevocations: (newest) => lists.push(...newest),
    onConnection: (up) => connections.push(up),
    onRefused: (error) => refusals.push(error),
  });
  return { clock, port, relay, views, capabilities, frames, connections, refusals, lists };
};

test('Noor joins the queue before there is a connection, and once', async () => {
  const { clock, port, relay, connections } = start(node().answer);
  const entered = relay.enter(answers);
  await clock.pass(5_000);
  port.connect();
  await clock.pass(100);
  expect(await entered).toMatchObject({ ok: true, value: { chat: CHAT } });
  expect(port.heard('chat:enter')).toEqual([answers]);
  expect(connections).toEqual([true]);
  expect(await relay.enter(answers)).toEqual({ ok: false, error: 'wrong-phase' });
});

test('a connection lost with frames under way loses none of them and keeps their order', async () => {
  const { answer, stored } = node();
  const { clock, port, relay, connections } = start(answer);
  port.connect();
  void relay.enter(answers);
  await clock.pass(100);
  const outcomes = [1, 2, 3].map((number) => relay.submit('frame', { frame: frame(number) }));
  port.cut();
  outcomes.push(relay.submit('frame', { frame: frame(4) }));
  await clock.pass(30_000);
  port.connect();
  await clock.pass(200);
  expect(await Promise.all(outcomes)).toEqual([null, null, null, null]);
  expect(stored).toEqual([1, 2, 3, 4].map((number) => frame(number)));
  expect(port.heard('chat:resume')).toMatchObject([{ capability: 'c1' }]);
  expect(connections).toEqual([true, false, true]);
});

test('a node that is too busy is asked again, with what comes after waiting behind', async () => {
  const { answer, stored } = node();
  let busy = 3;
  const { clock, port, relay } = start((event, payload, connection) =>
    event === 'frame' && busy-- > 0 ? no('too-frequent') : answer(event, payload, connection),
  );
  port.connect();
  void relay.enter(answers);
  await clock.pass(100);
  const first = relay.submit('frame', { frame: frame(1) });
  await clock.pass(100);
  const second = relay.submit('frame', { frame: frame(2) });
  await clock.pass(20_000);
  expect(await Promise.all([first, second])).toEqual([null, null]);
  expect(stored).toEqual([frame(1), frame(2)]);
});

test('a relay that has forgotten the chat is shown the capability, and then gets the frame', async () => {
  const { answer, stored } = node();
  let forgotten = true;
  const { clock, port, relay } = start((event, payload, connection) => {
    if (event === 'chat:resume') forgotten = false;
    return event === 'frame' && forgotten ? no('unknown-chat') : answer(event, payload, connection);
  });
  port.connect();
  void relay.enter(answers);
  await clock.pass(100);
  const outcome = relay.submit('frame', { frame: frame(1) });
  await clock.pass(1_000);
  expect(await outcome).toBeNull();
  expect(stored).toEqual([frame(1)]);
});

test('a ring that is still gone after coming back is the worker’s to know: it needs a new link', async () => {
  const { answer } = node();
  const { clock, port, relay } = start((event, payload, connection) =>
    event === 'frame' ? no('unknown-chat') : answer(event, payload, connection),
  );
  port.connect();
  void relay.enter(answers);
  await clock.pass(100);
  const outcome = relay.submit('frame', { frame: frame(1) });
  await clock.pass(5_000);
  expect(await outcome).toBe('unknown-chat');
  expect(port.heard('chat:resume')).toHaveLength(1);
});

test('what the relay refuses for good is told at once', async () => {
  const { answer } = node();
  const { clock, port, relay } = start((event, payload, connection) =>
    event === 'frame' ? no('too-large') : answer(event, payload, connection),
  );
  port.connect();
  void relay.enter(answers);
  await clock.pass(100);
  const outcome = relay.submit('frame', { frame: frame(1) });
  await clock.pass(100);
  expect(await outcome).toBe('too-large');
});

test('a request without an answer brings a new connection, and is made again there', async () => {
  const { answer, stored } = node();
  const { clock, port, relay } = start((event, payload, connection) =>
    event === 'frame' && port.reconnects === 0 ? SILENCE : answer(event, payload, connection),
  );
  port.connect();
  void relay.enter(answers);
  await clock.pass(100);
  const outcome = relay.submit('frame', { frame: frame(1) });
  await clock.pass(12_000);
  expect(await outcome).toBeNull();
  expect(port.reconnects).toBe(1);
  expect(stored).toEqual([frame(1)]);
});

test('frames are handed over once and by rising number, whatever the order in which they come', async () => {
  const { answer, forVisitor } = node();
  const { clock, port, relay, frames } = start(answer);
  port.connect();
  void relay.enter(answers);
  await clock.pass(100);
  const sent = [1, 2, 3, 4].map((number) => ({ seq: number, frame: frame(number, 'staff') }));
  forVisitor.push(...sent);
  for (const index of [1, 0, 0, 3]) port.push('frame', sent[index]);
  await clock.pass(100);
  expect(frames).toEqual([1, 2].map((number) => frame(number, 'staff')));
  await clock.pass(1_000);
  expect(frames).toEqual([1, 2, 3, 4].map((number) => frame(number, 'staff')));
  expect(relay.seen).toBe(4);
});

test('a number taken by an own frame is no gap', async () => {
  const { answer, forVisitor } = node();
  const { clock, port, relay, frames } = start((event, payload, connection) =>
    event === 'frame' ? yes({ seq: 1 }) : answer(event, payload, connection),
  );
  port.connect();
  void relay.enter(answers);
  await clock.pass(100);
  forVisitor.push({ seq: 2, frame: frame(1, 'staff') });
  void relay.submit('frame', { frame: frame(1) });
  await clock.pass(30);
  port.push('frame', forVisitor[0]);
  await clock.pass(100);
  expect(frames).toEqual([frame(1, 'staff')]);
  expect(port.heard('frames:since')).toEqual([]);
});

test('what came while the connection was away is fetched, and a ring that counts afresh is read from its start', async () => {
  const { answer, forVisitor } = node();
  const { clock, port, relay, frames } = start(answer);
  port.connect();
  void relay.enter(answers);
  await clock.pass(100);
  for (const number of [1, 2]) port.push('frame', { seq: number, frame: frame(number, 'staff') });
  await clock.pass(100);
  port.cut();
  forVisitor.push({ seq: 3, frame: frame(3, 'staff') });
  await clock.pass(1_000);
  port.connect();
  await clock.pass(100);
  expect(frames).toHaveLength(3);
  expect(relay.seen).toBe(3);

  forVisitor.splice(0, forVisitor.length, { seq: 1, frame: frame(4, 'staff') });
  port.push('frame', forVisitor[0]);
  await clock.pass(1_000);
  expect(frames.at(-1)).toBe(frame(4, 'staff'));
  expect(relay.seen).toBe(1);
});

test('a relay that talks nonsense changes nothing and is counted', async () => {
  const { answer } = node();
  const { clock, port, relay, views, frames } = start((event, payload, connection) =>
    event === 'chat:leave' ? { ok: 'maybe' } : answer(event, payload, connection),
  );
  port.connect();
  void relay.enter(answers);
  await clock.pass(100);
  port.push('view', { view: { ...view({ version: 9 }), phase: 'asleep' }, capability: 'c9' });
  port.push('frame', { seq: -1, frame: frame(1) });
  port.push('frame', { seq: 1, frame: '<script>' });
  await clock.pass(100);
  expect(views).toHaveLength(1);
  expect(frames).toEqual([]);
  expect(relay.garbage).toBe(3);
  const left = relay.leave('visitor-closed');
  await clock.pass(30_000);
  expect(await left).toBe('internal');
});

test('an older view does not replace a newer one, and the newest capability is the one presented', async () => {
  const { answer } = node();
  const { clock, port, relay, views, capabilities } = start(answer);
  port.connect();
  void relay.enter(answers);
  await clock.pass(100);
  port.push('view', { view: view({ version: 4, place: 2 }), capability: 'c4' });
  port.push('view', { view: view({ version: 3, place: 3 }), capability: 'c3' });
  await clock.pass(100);
  expect(views.map(({ version }) => version)).toEqual([1, 4]);
  expect(capabilities.at(-1)).toBe('c4');
  port.push('resync', {});
  await clock.pass(100);
  expect(port.heard('chat:resume')).toMatchObject([{ capability: 'c4' }]);
});

test('a node that leaves is left, and a view that was lost is noticed within 20 seconds', async () => {
  const { answer } = node();
  const { clock, port, relay, views } = start(answer);
  port.connect();
  void relay.enter(answers);
  await clock.pass(100);
  port.push('node:leaving', {});
  await clock.pass(200);
  expect(port.reconnects).toBe(1);
  await clock.pass(20_000);
  expect(views.at(-1)?.version).toBe(6);
});

test('Noor’s page comes back with a capability that is too old: nothing is tried any more', async () => {
  const { clock, port, relay, refusals, connections } = start(() => no('expired-capability'));
  relay.resume({ capability: 'kept' });
  port.connect();
  await clock.pass(60_000);
  expect(refusals).toEqual(['expired-capability']);
  expect(connections).toEqual([]);
  expect(port.heard('chat:resume')).toHaveLength(1);
  expect(await relay.submit('frame', { frame: frame(1) })).toBe('chat-ended');
});

test('leaving waits for a connection, but not for ever', async () => {
  const { clock, port, relay } = start(node().answer);
  port.connect();
  void relay.enter(answers);
  await clock.pass(100);
  port.cut();
  const left = relay.leave('visitor-closed');
  await clock.pass(25_000);
  expect(await left).toBe('unavailable');
  relay.close();
  expect(port.closed).toBe(true);
});

test('a proof of work can be fetched and handed in before the queue is joined', async () => {
  const challenge = {
    algorithm: 'SHA-256',
    salt: 's',
    challenge: 'a'.repeat(64),
    maxNumber: 9,
    signature: 'x',
  };
  const { clock, port, relay } = start((event) => (event === 'proof:challenge' ? yes(challenge) : yes({})));
  const asked = relay.challenge();
  port.connect();
  await clock.pass(100);
  expect(await asked).toMatchObject({ ok: true, value: challenge });
  const { algorithm: _algorithm, maxNumber: _maxNumber, ...solved } = challenge;
  const proved = relay.prove({ ...solved, number: 4 });
  await clock.pass(100);
  expect(await proved).toBeNull();
});

test('lists of withdrawn devices reach the worker, and none after the chat is over', async () => {
  const { clock, port, relay, lists } = start(node().answer);
  port.connect();
  void relay.enter(answers);
  port.push('revocations', { lists: ['bGlzdA'] });
  port.push('revocations', { lists: 'nonsense' });
  await clock.pass(100);
  expect(lists).toEqual(['bGlzdA']);
  expect(relay.garbage).toBe(1);
  relay.close();
  port.push('revocations', { lists: ['bGF0ZXI'] });
  expect(lists).toEqual(['bGlzdA']);
});
