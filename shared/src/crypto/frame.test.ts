import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../protocol/limits';
import { toBase64Url } from './bytes';
import {
  decodePrefix,
  decodePrefixText,
  encodePrefix,
  envelopeError,
  FRAME_TYPE,
  type FramePrefix,
  MAX_FRAME_BYTES,
  PREFIX_BYTES,
  SENDER,
} from './frame';

const u32 = fc.nat(0xffff_ffff);
const cid = fc.uint8Array({ minLength: 16, maxLength: 16 });
const handshakePrefix = (type: 0 | 1 | 2): fc.Arbitrary<FramePrefix> =>
  fc.record({
    suite: fc.constant(1),
    type: fc.constant(type),
    sender: fc.constant(type === FRAME_TYPE.offer ? SENDER.staff : SENDER.visitor),
    epoch: u32,
    number: fc.constant(0),
    cid,
  });
const messagePrefix: fc.Arbitrary<FramePrefix> = fc.record({
  suite: fc.nat(255),
  type: fc.constant(FRAME_TYPE.message),
  sender: fc.constantFrom(SENDER.visitor, SENDER.staff),
  epoch: u32,
  number: fc.integer({ min: 1, max: 0xffff_ffff }),
  cid,
});
const prefix = fc.oneof(handshakePrefix(0), handshakePrefix(1), handshakePrefix(2), messagePrefix);

describe('a prefix', () => {
  test('is 28 bytes and says the same when read back, as bytes and as text, whatever follows', () => {
    fc.assert(
      fc.property(prefix, fc.uint8Array({ minLength: 2, maxLength: 90 }), (one, rest) => {
        const bytes = encodePrefix(one);
        expect(bytes).toHaveLength(PREFIX_BYTES);
        const frame = Uint8Array.from([...bytes, ...rest]);
        expect(decodePrefix(frame)).toEqual({ ok: true, value: one });
        expect(decodePrefixText(toBase64Url(frame))).toEqual({ ok: true, value: one });
      }),
    );
  });

  test('is in one form only: what decodes encodes to the same bytes', () => {
    const near = prefix.chain((one) =>
      fc.array(fc.tuple(fc.nat(PREFIX_BYTES - 1), fc.nat(255)), { maxLength: 2 }).map((changes) => {
        const bytes = encodePrefix(one);
        for (const [index, value] of changes) bytes[index] = value;
        return bytes;
      }),
    );
    fc.assert(
      fc.property(fc.oneof(near, fc.uint8Array({ maxLength: 40 })), (bytes) => {
        const read = decodePrefix(bytes);
        const again = read.ok ? encodePrefix(read.value) : read.error;
        expect(again).toEqual(read.ok ? bytes.slice(0, PREFIX_BYTES) : 'malformed-frame');
      }),
      { numRuns: 1000 },
    );
  });

  const some = { suite: 1, epoch: 1, cid: new Uint8Array(16) };
  test.each([
    ['a hello from staff', { ...some, type: FRAME_TYPE.hello, sender: SENDER.staff, number: 0 }],
    ['an offer from the visitor', { ...some, type: FRAME_TYPE.offer, sender: SENDER.visitor, number: 0 }],
    ['an accept from staff', { ...some, type: FRAME_TYPE.accept, sender: SENDER.staff, number: 0 }],
    ['a numbered hello', { ...some, type: FRAME_TYPE.hello, sender: SENDER.visitor, number: 1 }],
    ['a message without a number', { ...some, type: FRAME_TYPE.message, sender: SENDER.visitor, number: 0 }],
  ] as const)('cannot be %s', (_what, impossible) => {
    expect(decodePrefix(encodePrefix(impossible))).toEqual({ ok: false, error: 'malformed-frame' });
  });

  test('of another version is malformed: nothing is known of its layout', () => {
    const bytes = encodePrefix({ ...some, type: FRAME_TYPE.hello, sender: SENDER.visitor, number: 0 });
    bytes[0] = 2;
    expect(decodePrefix(bytes)).toEqual({ ok: false, error: 'malformed-frame' });
  });

  test('is refused as text that is too short or not base64url', () => {
    for (const text of ['', 'AAAA', '?'.repeat(60)]) {
      expect(decodePrefixText(text)).toEqual({ ok: false, error: 'malformed-frame' });
    }
  });
});

test('each difference from the expected frame has its name', () => {
  const own = new Uint8Array(16).fill(7);
  const expected = {
    type: FRAME_TYPE.message,
    sender: SENDER.staff,
    cid: own,
    minimumEpoch: 4,
    maximumEpoch: 5,
  };
  const right: FramePrefix = {
    suite: 1,
    type: FRAME_TYPE.message,
    sender: SENDER.staff,
    epoch: 4,
    number: 9,
    cid: own,
  };
  expect(envelopeError(right, expected)).toBeUndefined();
  expect(envelopeError({ ...right, epoch: 5 }, expected)).toBeUndefined();
  expect(envelopeError({ ...right, suite: 2 }, expected)).toBe('wrong-suite');
  expect(envelopeError({ ...right, type: FRAME_TYPE.offer }, expected)).toBe('unexpected-frame');
  expect(envelopeError({ ...right, sender: SENDER.visitor }, expected)).toBe('unexpected-frame');
  expect(envelopeError({ ...right, cid: new Uint8Array(16) }, expected)).toBe('other-chat');
  expect(envelopeError({ ...right, epoch: 3 }, expected)).toBe('stale-epoch');
  expect(envelopeError({ ...right, epoch: 6 }, expected)).toBe('future-epoch');
});

test('the largest frame is the one the relay lets through', () => {
  expect(MAX_FRAME_BYTES).toBe(LIMITS.frameBytes);
  expect(toBase64Url(new Uint8Array(MAX_FRAME_BYTES))).toHaveLength(LIMITS.frameCharacters);
});
