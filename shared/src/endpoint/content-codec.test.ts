import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toUtf8 } from '../crypto/utf8';
import type { StaffId } from '../ids';
import type { Content } from '../protocol/content';
import { LIMITS } from '../protocol/limits';
import { bodyBytes, decodeContent, encodeContent, MAX_BODY_BYTES } from './content-codec';

const staffId = fc.constantFrom('sanne', 'karim').map((id) => id as StaffId);
const author = fc.oneof(fc.constant('visitor' as const), staffId);
const number = fc.integer({ min: 1, max: 1_000 });
const item = fc.record({
  author,
  number,
  at: fc.nat(),
  text: fc.string({ minLength: 1, maxLength: 40 }),
});
const choice = fc.constantFrom('nothing' as const, 'summary' as const, 'conversation' as const);
const content: fc.Arbitrary<Content> = fc.oneof(
  fc.constant<Content>({ kind: 'confirm', body: {} }),
  fc.constant<Content>({ kind: 'received', body: {} }),
  item.map<Content>((body) => ({ kind: 'text', body })),
  fc.boolean().map<Content>((on) => ({ kind: 'typing', body: { on } })),
  fc.dictionary(author, fc.nat()).map<Content>((upTo) => ({ kind: 'held', body: { upTo: { ...upTo } } })),
  fc
    .record({ after: fc.option(fc.record({ author, number })), items: fc.array(item), last: fc.boolean() })
    .map<Content>((body) => ({ kind: 'history', body })),
  fc.option(choice).map<Content>((chosen) => ({ kind: 'transfer-answer', body: { choice: chosen } })),
  choice.map<Content>((chosen) => ({ kind: 'shared', body: { choice: chosen } })),
);

test('content comes back as it went in, with the acknowledgement', () => {
  fc.assert(
    fc.property(content, fc.integer({ min: 0, max: 0xffff_ffff }), (sent, acknowledged) => {
      expect(decodeContent(encodeContent(sent, acknowledged))).toEqual({
        ok: true,
        value: { acknowledged, content: sent },
      });
    }),
  );
});

test('no bytes whatever make the decoder throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(() => decodeContent(bytes)).not.toThrow();
    }),
  );
});

const raw = (kind: number, body: string): Uint8Array => Uint8Array.of(kind, 0, 0, 0, 0, ...toUtf8(body));

test.each([
  ['a kind that does not exist', raw(99, '{}')],
  ['no kind at all', new Uint8Array(0)],
  ['a header that ends early', Uint8Array.of(2, 0, 0)],
  ['no JSON', raw(2, 'hallo')],
  ['an item without a number', raw(2, '{"author":"visitor","at":1,"text":"x"}')],
  ['an item with number 0', raw(2, '{"author":"visitor","number":0,"at":1,"text":"x"}')],
  ['an author that is no name', raw(2, '{"author":"<b>","number":1,"at":1,"text":"x"}')],
  ['too much text', raw(2, JSON.stringify({ author: 'visitor', number: 1, at: 1, text: 'x'.repeat(4_001) }))],
  ['something beside an empty body', raw(1, '{"more":true}')],
  ['a choice nobody offered', raw(12, '{"choice":"everything"}')],
])('%s is malformed', (_what, bytes) => {
  expect(decodeContent(bytes)).toEqual({ ok: false, error: 'malformed-content' });
});

test('the longest text and the longest summary fit one frame, in any script', () => {
  const text = '\ud83d\ude00'.repeat(LIMITS.textCharacters / 2);
  const longest = {
    author: 'a'.repeat(40),
    number: 2 ** 53 - 1,
    at: 2 ** 53 - 1,
    text: '字'.repeat(LIMITS.textCharacters),
  };
  expect(bodyBytes({ ...longest, text })).toBeLessThan(MAX_BODY_BYTES);
  expect(bodyBytes({ after: longest, items: [longest], last: true })).toBeGreaterThan(MAX_BODY_BYTES);
  expect(bodyBytes(longest)).toBeLessThan(MAX_BODY_BYTES - 200);
  expect(bodyBytes({ ...longest, text: '"\\\n'.repeat(LIMITS.textCharacters / 3) })).toBeLessThan(
    MAX_BODY_BYTES,
  );
});
