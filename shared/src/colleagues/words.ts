import { concat, u8, u64 } from '../crypto/bytes';
import { Reader } from '../crypto/reader';
import { fromUtf8, toUtf8 } from '../crypto/utf8';
import { acceptText } from '../endpoint/text';
import { LIMITS } from '../protocol/limits';
import { err, ok, type Result } from '../result';
import type { Instant } from '../units';

export const TEXT_ID_BYTES = 16;

/** What is inside a message frame between colleagues. */
export type Word =
  /** The device that answered has the link; nothing is said before. */
  | { readonly kind: 'confirm' }
  /** `at`: the author's clock. */
  | { readonly kind: 'text'; readonly id: Uint8Array; readonly at: Instant; readonly text: string }
  /** The end-to-end acknowledgement of a text. */
  | { readonly kind: 'received'; readonly id: Uint8Array };

/** The numbers stand on the wire. */
const KIND = { confirm: 1, text: 2, received: 3 } as const satisfies Record<Word['kind'], number>;

export const encodeWord = (word: Word): Uint8Array => {
  const kind = u8(KIND[word.kind]);
  switch (word.kind) {
    case 'confirm':
      return kind;
    case 'text':
      return concat(kind, word.id, u64(word.at), toUtf8(word.text));
    case 'received':
      return concat(kind, word.id);
  }
};

/** A text comes from a peer: it is cleaned as one's own is, and refused where one's own would be. */
export const decodeWord = (plaintext: Uint8Array): Result<Word, 'malformed-content'> => {
  const reader = new Reader(plaintext);
  const kind = reader.u8();
  if (kind === KIND.confirm) return reader.complete ? ok({ kind: 'confirm' }) : err('malformed-content');
  const id = reader.take(TEXT_ID_BYTES);
  if (kind === KIND.received)
    return reader.complete ? ok({ kind: 'received', id }) : err('malformed-content');
  if (kind !== KIND.text) return err('malformed-content');
  const at = reader.u64();
  const written = fromUtf8(plaintext.subarray(1 + TEXT_ID_BYTES + 8));
  const text = written.ok ? acceptText(written.value, LIMITS.textCharacters) : written;
  return text.ok ? ok({ kind: 'text', id, at, text: text.value }) : err('malformed-content');
};
