import { expect, test } from 'vitest';
import { fromBase64Url, toBase64Url } from '../crypto/bytes';
import { decodePrefix } from '../crypto/frame';
import { seal } from '../crypto/link';
import { loadSodium } from '../crypto/sodium';
import { linked } from '../crypto/testing/conversation';
import { deterministicRandom } from '../crypto/testing/deterministic-random';
import { must } from '../crypto/testing/organisation';
import type { Content } from '../protocol/content';
import { encodeContent } from './content-codec';
import { ReliableLink } from './reliable-link';
import type { Outcome } from './relay-requests';

const sodium = await loadSodium();
const typing = (on: boolean): Content => ({ kind: 'typing', body: { on } });

/** Both ends of one link, with the frames of each side in the test's hands. */
const pair = async (label: string) => {
  const random = deterministicRandom(sodium, label);
  const states = await linked(sodium, random);
  let now = 0;
  const end = (side: 'visitor' | 'staff') => {
    const sent: { readonly frame: string; readonly outcome: Outcome }[] = [];
    const contents: Content[] = [];
    const received: string[] = [];
    const link = new ReliableLink<string>(
      states[side],
      {
        sodium,
        random,
        now: () => now,
        submit: (frame, outcome) => sent.push({ frame, outcome }),
        onContent: (content) => contents.push(content),
        onSealed: () => undefined,
        onStored: () => undefined,
        onReceived: (cargo) => received.push(cargo),
      },
      true,
    );
    const hear = (frame: string) => {
      const bytes = must(fromBase64Url(frame));
      return link.receive(bytes, must(decodePrefix(bytes)).number);
    };
    return { link, sent, contents, received, hear };
  };
  const wait = (time: number): void => {
    now += time;
  };
  return { visitor: end('visitor'), staff: end('staff'), wait, states, random };
};

test('an acknowledgement of what was never sealed acknowledges nothing', async () => {
  const { visitor, states, random } = await pair('false acknowledgement');
  visitor.link.send(typing(true), 'first');
  visitor.link.send(typing(false), 'second');
  // The peer says that it has opened seventeen frames of two.
  const lie = seal(sodium, states.staff, encodeContent({ kind: 'received', body: {} }, 17), random);
  visitor.hear(toBase64Url(lie.frame));
  expect(visitor.contents).toEqual([{ kind: 'received', body: {} }]);
  expect(visitor.received).toEqual([]);
  expect(visitor.link.settled).toBe(false);
});

test('a window of frames waits for its answer; the rest is not even sealed', async () => {
  const { visitor, staff, wait } = await pair('window');
  for (let count = 0; count < 100; count++) visitor.link.send(typing(true), `${count}`);
  expect(visitor.sent).toHaveLength(48);
  for (const { frame } of visitor.sent.splice(0)) staff.hear(frame);
  wait(200);
  staff.link.tick();
  expect(staff.sent).toHaveLength(1);
  visitor.hear(staff.sent[0]?.frame ?? '');
  expect(visitor.received).toHaveLength(48);
  expect(visitor.sent).toHaveLength(48);
});

test('two full windows do not wait for each other', async () => {
  const { visitor, staff, wait } = await pair('two windows');
  for (let count = 0; count < 60; count++) {
    visitor.link.send(typing(true), `v${count}`);
    staff.link.send(typing(true), `s${count}`);
  }
  for (let round = 0; round < 10; round++) {
    for (const { frame } of visitor.sent.splice(0)) staff.hear(frame);
    for (const { frame } of staff.sent.splice(0)) visitor.hear(frame);
    wait(200);
    visitor.link.tick();
    staff.link.tick();
  }
  expect(visitor.received).toHaveLength(60);
  expect(staff.received).toHaveLength(60);
});

test('what waits for an answer is handed over again after six seconds, then twelve; an answer ends it', async () => {
  const { visitor, staff, wait } = await pair('retry');
  visitor.link.send(typing(true), 'word');
  visitor.sent[0]?.outcome(null);
  const repeats = (time: number): number => {
    const before = visitor.sent.length;
    wait(time);
    visitor.link.tick();
    for (const { outcome } of visitor.sent) outcome(null);
    return visitor.sent.length - before;
  };
  expect([repeats(5_900), repeats(200), repeats(11_000), repeats(1_500)]).toEqual([0, 1, 0, 1]);
  expect(new Set(visitor.sent.map(({ frame }) => frame)).size).toBe(1);
  staff.hear(visitor.sent[0]?.frame ?? '');
  wait(200);
  staff.link.tick();
  visitor.hear(staff.sent[0]?.frame ?? '');
  expect(repeats(120_000)).toBe(0);
});

test('what the relay has not answered for is not handed over twice, until its patience is used up', async () => {
  const { visitor, wait } = await pair('under way');
  visitor.link.send(typing(true), 'word');
  wait(30_000);
  visitor.link.tick();
  expect(visitor.sent).toHaveLength(1);
  wait(31_000);
  visitor.link.tick();
  expect(visitor.sent).toHaveLength(2);
});

test('a lost connection stops the clock, and a new one brings everything unanswered again', async () => {
  const { visitor, wait } = await pair('connection');
  visitor.link.send(typing(true), 'word');
  visitor.sent[0]?.outcome(null);
  visitor.link.connection(false);
  wait(600_000);
  visitor.link.tick();
  expect(visitor.link.due()).toBeNull();
  expect(visitor.sent).toHaveLength(1);
  expect(visitor.link.trouble()).toBeNull();
  visitor.link.connection(true);
  expect(visitor.sent).toHaveLength(2);
  wait(50_000);
  expect(visitor.link.trouble()).toBe('no-answer');
});

test('a relay that refuses a frame has lost the link', async () => {
  const { visitor } = await pair('refused');
  visitor.link.send(typing(true), 'word');
  visitor.sent[0]?.outcome('unknown-chat');
  expect(visitor.link.trouble()).toBe('no-answer');
});

test('a wiped link neither sends nor hears', async () => {
  const { visitor, staff } = await pair('wiped');
  visitor.link.send(typing(true), 'word');
  staff.link.wipe();
  staff.hear(visitor.sent[0]?.frame ?? '');
  staff.link.send(typing(true), 'word');
  expect(staff.contents).toEqual([]);
  expect(staff.sent).toEqual([]);
});

test('content nobody can read has its place in the order and is told as a fault', async () => {
  const { visitor, staff, states, random } = await pair('unreadable');
  const unreadable = seal(sodium, states.visitor, Uint8Array.of(77, 0, 0, 0, 0), random);
  const after = seal(sodium, unreadable.link, encodeContent(typing(true), 0), random);
  staff.hear(toBase64Url(unreadable.frame));
  expect(staff.link.altered).toBe(true);
  staff.hear(toBase64Url(after.frame));
  expect(staff.contents).toEqual([typing(true)]);
  expect(staff.link.altered).toBe(false);
  expect(visitor.contents).toEqual([]);
});
