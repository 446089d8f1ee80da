import { concat, toBase64Url } from '@haven/shared/crypto/bytes';
import { decodePrefixText, encodePrefix, FRAME_TYPE, SENDER } from '@haven/shared/crypto/frame';
import type { ChatId } from '@haven/shared/ids';
import { LIMITS } from '@haven/shared/protocol/limits';
import { wireFrame } from '@haven/shared/protocol/frame';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { chatOf, isOfChat, readPrefix } from './prefix';
import { checkFramePayload } from './wire-frame';

const bytes = (minLength: number, maxLength = minLength) => fc.uint8Array({ minLength, maxLength });
const u32 = fc.integer({ min: 0, max: 0xffff_ffff });
/** Frames whose head is often right and sometimes not, down to any bytes at all. */
const frame = fc.oneof(
  bytes(48, 80).map(toBase64Url),
  fc
    .record({
      type: fc.integer({ min: 0, max: 4 }),
      sender: fc.integer({ min: 0, max: 2 }),
      suite: fc.integer({ min: 0, max: 3 }),
      epoch: fc.oneof(u32, fc.constantFrom(0, 1, 0x8000_0000, 0xffff_ffff)),
      number: fc.oneof(u32, fc.constantFrom(0, 0, 1, 0xff00_0000)),
      cid: bytes(16),
      rest: bytes(20, 40),
    })
    .map(({ rest, ...head }) =>
      toBase64Url(concat(encodePrefix(head as unknown as Parameters<typeof encodePrefix>[0]), rest)),
    ),
);

describe('The prefix of a frame', () => {
  test('is read as shared reads it, whatever comes', () => {
    fc.assert(
      fc.property(frame, (text) => {
        const decoded = decodePrefixText(text);
        const expected = decoded.ok
          ? {
              epoch: decoded.value.epoch,
              sender: decoded.value.sender === SENDER.visitor ? 'visitor' : 'staff',
              hello: decoded.value.type === FRAME_TYPE.hello,
            }
          : undefined;
        expect(readPrefix(text)).toEqual(expected);
        const chat = decoded.ok ? toBase64Url(decoded.value.cid) : chatOf(text);
        expect(chatOf(text)).toBe(chat);
        expect(isOfChat(text, chat as ChatId)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('names one chat only, to the last bit', () => {
    fc.assert(
      fc.property(bytes(16), fc.integer({ min: 0, max: 127 }), bytes(20), (cid, bit, rest) => {
        const head = { suite: 1, type: FRAME_TYPE.message, sender: SENDER.visitor, epoch: 1, number: 1 };
        const text = toBase64Url(concat(encodePrefix({ ...head, cid }), rest));
        const other = cid.slice();
        other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(isOfChat(text, toBase64Url(cid) as ChatId)).toBe(true);
        expect(isOfChat(text, toBase64Url(other) as ChatId)).toBe(false);
      }),
    );
  });
});

describe('The check of a frame payload', () => {
  const schema = z.object({ frame: wireFrame });
  const text = fc.oneof(
    frame,
    fc.string({ maxLength: 90 }),
    fc
      .constantFrom(0, 1, 63, 64, LIMITS.frameCharacters, LIMITS.frameCharacters + 1)
      .map((n) => 'x'.repeat(n)),
    frame.map((each) => `${each}=`),
    frame.map((each) => `${each}\n`),
  );
  const payload = fc.oneof(
    fc.record({ frame: text }),
    fc.record({ frame: text, more: fc.anything() }),
    fc.record({ frame: fc.anything() }),
    fc.anything(),
  );

  test('agrees with the schema, whatever comes', () => {
    fc.assert(
      fc.property(payload, (each) => {
        expect(checkFramePayload(each) === null).toBe(schema.safeParse(each).success);
      }),
      { numRuns: 2_000 },
    );
  });

  test('calls what is too long by its name', () => {
    const longest = 'A'.repeat(LIMITS.frameCharacters);
    expect(checkFramePayload({ frame: longest })).toBeNull();
    expect(checkFramePayload({ frame: `${longest}A` })).toBe('too-large');
  });
});
