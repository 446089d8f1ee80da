import { err, ok, type Result } from '../result';

/** UTF-8, strict both ways. Written out because this package may touch neither Node's nor the browser's encoder. */
export const toUtf8 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length * 3);
  let at = 0;
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    // A lone surrogate has no encoding; like TextEncoder, the replacement character stands in for it.
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) {
      bytes[at++] = code;
    } else if (code < 0x800) {
      bytes[at++] = 0xc0 | (code >> 6);
      bytes[at++] = 0x80 | (code & 63);
    } else if (code < 0x10000) {
      bytes[at++] = 0xe0 | (code >> 12);
      bytes[at++] = 0x80 | ((code >> 6) & 63);
      bytes[at++] = 0x80 | (code & 63);
    } else {
      bytes[at++] = 0xf0 | (code >> 18);
      bytes[at++] = 0x80 | ((code >> 12) & 63);
      bytes[at++] = 0x80 | ((code >> 6) & 63);
      bytes[at++] = 0x80 | (code & 63);
    }
  }
  return bytes.slice(0, at);
};

/** Smallest code point that may use this many continuation bytes: anything below is an overlong form. */
const LEAST: readonly number[] = [0, 0x80, 0x800, 0x10000];

export const fromUtf8 = (bytes: Uint8Array): Result<string, 'malformed-utf8'> => {
  let text = '';
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at++] as number;
    const more =
      first < 0x80 ? 0 : first < 0xc0 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf8 ? 3 : -1;
    if (more < 0 || at + more > bytes.length) return err('malformed-utf8');
    let code = more === 0 ? first : first & (63 >> more);
    for (let i = 0; i < more; i++) {
      const next = bytes[at++] as number;
      if ((next & 0xc0) !== 0x80) return err('malformed-utf8');
      code = (code << 6) | (next & 63);
    }
    if (code < (LEAST[more] as number) || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
      return err('malformed-utf8');
    }
    text += String.fromCodePoint(code);
  }
  return ok(text);
};
