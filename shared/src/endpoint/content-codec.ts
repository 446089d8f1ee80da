import * as z from 'zod/mini';
import { concat, u32, u8 } from '../crypto/bytes';
import { MAX_PLAINTEXT_BYTES } from '../crypto/padding';
import { fromUtf8, toUtf8 } from '../crypto/utf8';
import { CONTENT_HEADER_BYTES, type Content, type ContentKind, contents } from '../protocol/content';
import { err, ok, type Result } from '../result';

/** Bytes the JSON body of one frame may take. */
export const MAX_BODY_BYTES = MAX_PLAINTEXT_BYTES - CONTENT_HEADER_BYTES;

export interface Opened {
  /** Up to which of our frames the peer had opened all when it sealed this one. */
  readonly acknowledged: number;
  readonly content: Content;
}

const KINDS = Object.keys(contents) as ContentKind[];
const KIND_OF_NUMBER = new Map(KINDS.map((kind) => [contents[kind].kind as number, kind]));

export const encodeContent = (content: Content, acknowledged: number): Uint8Array =>
  concat(u8(contents[content.kind].kind), u32(acknowledged), toUtf8(JSON.stringify(content.body)));

export const bodyBytes = (body: unknown): number => toUtf8(JSON.stringify(body)).length;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A body comes from a peer: what does not fit its schema is refused, what the schema does not name is dropped. */
export const decodeContent = (plaintext: Uint8Array): Result<Opened, 'malformed-content'> => {
  const kind = KIND_OF_NUMBER.get(plaintext[0] ?? 0);
  if (!kind || plaintext.length < CONTENT_HEADER_BYTES) return err('malformed-content');
  const acknowledged = plaintext
    .subarray(1, CONTENT_HEADER_BYTES)
    .reduce((value, byte) => value * 256 + byte, 0);
  const text = fromUtf8(plaintext.subarray(CONTENT_HEADER_BYTES));
  if (!text.ok) return err('malformed-content');
  const body = z.safeParse(contents[kind].body, parseJson(text.value));
  if (!body.success) return err('malformed-content');
  // The body was parsed by the schema of this very kind.
  return ok({ acknowledged, content: { kind, body: body.data } as Content });
};
