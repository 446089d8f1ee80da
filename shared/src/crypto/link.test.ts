import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, equalBytes, u32 } from './bytes';
import { FRAME_ERRORS } from './errors';
import { decodePrefix, encodePrefix, HEADER_BYTES, MAX_FRAME_BYTES } from './frame';
import { type LinkState, open, seal, wipe } from './link';
import { MAX_PLAINTEXT_BYTES, PADDED_SIZES } from './padding';
import { loadSodium } from './sodium';
import { flipped, linked } from './testing/conversation';
import { deterministicRandom } from './testing/deterministic-random';
import { must } from './testing/organisation';
import { toUtf8 } from './utf8';

const sodium = await loadSodium();
const random = deterministicRandom(sodium, 'link');
const { visitor, staff } = await linked(sodium, random);

const outcome = (link: LinkState, frame: Uint8Array): string => {
  const opened = open(sodium, link, frame);
  return opened.ok ? 'opened' : opened.error;
};
/** So many frames in a row, and the link after them. */
const sealMany = (link: LinkState, count: number) => {
  const frames: Uint8Array[] = [];
  let after = link;
  for (let i = 0; i < count; i++) {
    const sealed = seal(sodium, after, toUtf8(`bericht ${after.nextNumber}`), random);
    after = sealed.link;
    frames.push(sealed.frame);
  }
  return { frames, link: after };
};
const openAll = (link: LinkState, frames: readonly Uint8Array[]): LinkState =>
  frames.reduce((after, frame) => must(open(sodium, after, frame)).link, link);
const frameAt = (frames: readonly Uint8Array[], index: number): Uint8Array =>
  frames[index] ?? new Uint8Array(0);

describe('a message', () => {
  test('tells the relay its number and one of four sizes, and nothing of its text', () => {
    const text = toUtf8('hij komt om vijf uur thuis');
    const { frame, link } = seal(sodium, visitor, text, random);
    expect(must(decodePrefix(frame))).toMatchObject({
      type: 3,
      sender: 0,
      epoch: 3,
      number: 1,
      cid: visitor.cid,
    });
    expect(frame).toHaveLength(HEADER_BYTES + 256 + 16);
    expect(Buffer.from(frame).includes(Buffer.from(text))).toBe(false);
    expect(link.nextNumber).toBe(2);
    const sizes = [0, 255, 256, 1023, 1024, 4095, 4096, MAX_PLAINTEXT_BYTES].map(
      (length) => seal(sodium, visitor, new Uint8Array(length), random).frame.length - HEADER_BYTES - 16,
    );
    expect(sizes).toEqual([256, 256, 1024, 1024, 4096, 4096, 16_384, 16_384]);
    expect(Math.max(...sizes)).toBe(PADDED_SIZES.at(-1));
    expect(HEADER_BYTES + 16_384 + 16).toBe(MAX_FRAME_BYTES);
    expect(() => seal(sodium, visitor, new Uint8Array(MAX_PLAINTEXT_BYTES + 1), random)).toThrow(RangeError);
  });

  test('is opened once: the same frame again is a duplicate, and the link it was opened on is not changed', () => {
    const { frame } = seal(sodium, visitor, toUtf8('hoi'), random);
    const { link, plaintext, number } = must(open(sodium, staff, frame));
    expect([plaintext, number]).toEqual([toUtf8('hoi'), 1]);
    expect(outcome(link, frame)).toBe('duplicate-frame');
    expect(outcome(staff, frame)).toBe('opened');
  });

  test('comes in any order while at most 64 before it are missing', () => {
    const { frames } = sealMany(visitor, 70);
    expect(outcome(staff, frameAt(frames, 64))).toBe('opened');
    expect(outcome(staff, frameAt(frames, 65))).toBe('too-far-ahead');
    const late = openAll(staff, [frameAt(frames, 64)]);
    expect(outcome(late, frameAt(frames, 65))).toBe('opened');
    const full = openAll(late, [frameAt(frames, 65)]);
    expect(full.ratchet.skipped.size).toBe(64);
    expect(outcome(full, frameAt(frames, 67))).toBe('too-far-ahead');
    const filled = openAll(full, frames.slice(0, 64));
    expect(filled.ratchet.skipped.size).toBe(0);
    expect(outcome(filled, frameAt(frames, 67))).toBe('opened');
    expect(outcome(filled, frameAt(frames, 3))).toBe('duplicate-frame');
  });

  test('that was missed before a turn of the ratchet still opens after it', () => {
    const before = sealMany(visitor, 3);
    let counsellor = openAll(staff, [frameAt(before.frames, 0)]);
    const answer = seal(sodium, counsellor, toUtf8('ik luister'), random);
    counsellor = answer.link;
    const heard = must(open(sodium, before.link, answer.frame)).link;
    const after = sealMany(heard, 2);
    counsellor = openAll(counsellor, [frameAt(after.frames, 1)]);
    expect(counsellor.ratchet.skipped.size).toBe(3);
    for (const frame of [frameAt(before.frames, 2), frameAt(after.frames, 0), frameAt(before.frames, 1)]) {
      const opened = must(open(sodium, counsellor, frame));
      expect(opened.plaintext).toEqual(toUtf8(`bericht ${opened.number}`));
      counsellor = opened.link;
    }
    for (const frame of [...before.frames, ...after.frames])
      expect(outcome(counsellor, frame)).toBe('duplicate-frame');
  });

  test('is not opened by whoever sealed it, nor on another link', async () => {
    const { frame } = seal(sodium, visitor, toUtf8('hoi'), random);
    expect(outcome(visitor, frame)).toBe('unexpected-frame');
    const elsewhere = await linked(sodium, random);
    expect(outcome(elsewhere.staff, frame)).toBe('other-chat');
    expect(outcome({ ...elsewhere.staff, cid: staff.cid }, frame)).toBe('forged-frame');
    expect(outcome({ ...staff, epoch: 4 }, frame)).toBe('stale-epoch');
    expect(outcome({ ...staff, epoch: 2 }, frame)).toBe('future-epoch');
    expect(outcome({ ...staff, th: flipped(staff.th, 0) }, frame)).toBe('forged-frame');
  });

  test('with any byte changed is refused by name, and the link stays as it was', () => {
    const first = sealMany(visitor, 2);
    const warm = openAll(staff, [frameAt(first.frames, 0)]);
    const answer = seal(sodium, warm, toUtf8('ik luister'), random);
    const turned = seal(sodium, must(open(sodium, first.link, answer.frame)).link, toUtf8('dank je'), random);
    const receiver = answer.link;
    const before = structuredClone(receiver);
    for (const frame of [frameAt(first.frames, 1), turned.frame]) {
      frame.forEach((_, index) => {
        const result = outcome(receiver, flipped(frame, index, index % 8));
        expect(FRAME_ERRORS, `byte ${index}`).toContain(result);
      });
      expect(receiver).toEqual(before);
      expect(outcome(receiver, frame)).toBe('opened');
    }
  });

  test('with a header made up is refused before any work that an attacker could choose the size of', () => {
    const { frame } = seal(sodium, visitor, toUtf8('hoi'), random);
    const prefix = must(decodePrefix(frame));
    const chain = (number: number, chainStart: number, key: Uint8Array = frame.slice(28, 60)) =>
      concat(encodePrefix({ ...prefix, number }), key, u32(chainStart), frame.slice(HEADER_BYTES));
    const stranger = sodium.crypto_scalarmult_base(random(32));
    expect(outcome(staff, chain(0xffff_ffff, 1))).toBe('too-far-ahead');
    expect(outcome(staff, chain(1, 2))).toBe('forged-frame');
    expect(outcome(staff, chain(5, 5, stranger))).toBe('forged-frame');
    const answered = seal(sodium, openAll(staff, [frame]), toUtf8('ja'), random).link;
    expect(outcome(answered, chain(2, 1, stranger))).toBe('forged-frame');
    expect(outcome(answered, chain(2, 3, stranger))).toBe('forged-frame');
    expect(outcome(answered, chain(2, 2, stranger))).toBe('forged-frame');
    expect(outcome(answered, chain(2, 2, new Uint8Array(32)))).toBe('weak-key');
    expect(outcome(visitor, seal(sodium, answered, toUtf8('ja'), random).frame)).toBe('opened');
  });

  test('of any other length or content is refused without a throw', () => {
    const { frame } = seal(sodium, visitor, toUtf8('hoi'), random);
    const start = frame.slice(0, HEADER_BYTES);
    const garbage = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.uint8Array({ maxLength: 400 }).map((rest) => concat(start.slice(0, 28), rest)),
      fc.uint8Array({ maxLength: 400 }).map((rest) => concat(start, rest)),
      fc.constantFrom(...PADDED_SIZES).map((size) => concat(start, new Uint8Array(size + 16))),
      fc.nat(frame.length - 1).map((length) => frame.slice(0, length)),
    );
    fc.assert(
      fc.property(garbage, (bytes) => {
        expect(FRAME_ERRORS).toContain(outcome(staff, bytes));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a peer who holds the keys and lies', () => {
  type Chain = NonNullable<LinkState['ratchet']['sending']>;
  const withSending = (link: LinkState, change: Partial<Chain>, nextNumber = link.nextNumber): LinkState => {
    const { sending } = link.ratchet;
    if (!sending) throw new Error('Nothing was sent on this link yet.');
    return { ...link, nextNumber, ratchet: { ...link.ratchet, sending: { ...sending, ...change } } };
  };
  const oneMore = (link: LinkState) => seal(sodium, link, toUtf8('nog een'), random);

  test('about where the present chain started is not believed', () => {
    const { frames, link } = sealMany(visitor, 2);
    const received = openAll(staff, frames);
    expect(outcome(received, oneMore(link).frame)).toBe('opened');
    expect(outcome(received, oneMore(withSending(link, { start: 2 })).frame)).toBe('forged-frame');
  });

  test('by starting a new chain in the past cannot make this side keep keys without end', () => {
    const { frames, link } = sealMany(visitor, 3);
    const answer = oneMore(openAll(staff, frames));
    const turned = oneMore(must(open(sodium, link, answer.frame)).link).link;
    // The key that number 5 would have, had the new chain started at 1.
    const advanced = oneMore(oneMore(oneMore(turned).link).link).link;
    expect(outcome(answer.link, oneMore(withSending(advanced, { start: 1 }, 5)).frame)).toBe('forged-frame');
  });

  test('by taking two turns in a row is refused', () => {
    const { frames, link } = sealMany(visitor, 1);
    const twice = oneMore({ ...link, ratchet: { ...link.ratchet, sending: undefined } });
    expect(outcome(openAll(staff, frames), twice.frame)).toBe('forged-frame');
  });

  test('by starting at a later number than the first is refused', () => {
    const met = openAll(staff, sealMany(visitor, 1).frames);
    expect(outcome(visitor, oneMore(met).frame)).toBe('opened');
    expect(outcome(visitor, oneMore({ ...met, nextNumber: 2 }).frame)).toBe('forged-frame');
  });

  test('by padding in another way is refused', () => {
    const unpadded = { ...sodium, pad: () => new Uint8Array(256) };
    const { frame } = seal(unpadded, visitor, toUtf8('hoi'), random);
    expect(outcome(staff, frame)).toBe('malformed-frame');
  });
});

describe('the ratchet', () => {
  test('makes a new key for every turn and a new message key for every frame', () => {
    const { frames, link } = sealMany(visitor, 2);
    const key = (frame: Uint8Array) => Buffer.from(frame.slice(28, 60)).toString('hex');
    expect(key(frameAt(frames, 0))).toBe(key(frameAt(frames, 1)));
    const answer = seal(sodium, openAll(staff, frames), toUtf8('ja'), random);
    const next = seal(sodium, must(open(sodium, link, answer.frame)).link, toUtf8('nee'), random);
    expect(key(next.frame)).not.toBe(key(frameAt(frames, 0)));
    const same = [1, 2].map(() => seal(sodium, visitor, toUtf8('zelfde'), random).frame.slice(HEADER_BYTES));
    expect(same[0]).toEqual(same[1]);
    const twice = sealMany(visitor, 2).frames.map((frame) => frame.slice(HEADER_BYTES));
    expect(twice[0]).not.toEqual(twice[1]);
  });

  test('heals: who steals a link reads nothing after both sides took a turn', () => {
    const stolen = structuredClone(visitor);
    const first = seal(sodium, visitor, toUtf8('hoi'), random);
    const answer = seal(sodium, must(open(sodium, staff, first.frame)).link, toUtf8('dag'), random);
    const second = seal(sodium, must(open(sodium, first.link, answer.frame)).link, toUtf8('help'), random);
    const third = seal(sodium, must(open(sodium, answer.link, second.frame)).link, toUtf8('ik help'), random);
    const reading = must(open(sodium, stolen, answer.frame)).link;
    expect(outcome(reading, third.frame)).toBe('forged-frame');
    expect(outcome(seal(sodium, reading, toUtf8('help'), random).link, third.frame)).toBe('forged-frame');
    expect(outcome(second.link, third.frame)).toBe('opened');
  });

  test('keeps nothing that opens an earlier frame', () => {
    const { frames } = sealMany(visitor, 3);
    const after = openAll(staff, frames);
    const rewound = {
      ...after,
      ratchet: {
        ...after.ratchet,
        receiving: after.ratchet.receiving && { ...after.ratchet.receiving, next: 1 },
      },
    };
    expect(outcome(rewound, frameAt(frames, 0))).toBe('forged-frame');
  });

  test('refuses to run out of frame numbers rather than repeat one', () => {
    expect(() => seal(sodium, { ...visitor, nextNumber: 0x1_0000_0000 }, toUtf8('hoi'), random)).toThrow(
      RangeError,
    );
  });

  test('is wiped: every secret is zero, and the link opens and seals nothing that the other side reads', async () => {
    const pair = await linked(sodium, random);
    const many = sealMany(pair.visitor, 3);
    const late = openAll(pair.staff, [frameAt(many.frames, 2)]);
    wipe(late);
    const { rootKey, own, receiving, skipped } = late.ratchet;
    const secrets = [rootKey, own.privateKey, receiving?.key ?? Uint8Array.of(1), ...skipped.values()];
    expect(secrets).toHaveLength(5);
    for (const secret of secrets) expect(equalBytes(secret, new Uint8Array(secret.length))).toBe(true);
    for (const frame of many.frames) expect(outcome(late, frame)).not.toBe('opened');
  });
});
