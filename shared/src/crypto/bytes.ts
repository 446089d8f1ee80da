import { err, ok, type Result } from '../result';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const NOT_A_DIGIT = 255;
const DIGIT_OF_CODE = new Uint8Array(128).fill(NOT_A_DIGIT);
for (let digit = 0; digit < 64; digit++) DIGIT_OF_CODE[ALPHABET.charCodeAt(digit)] = digit;

/** Two characters for each 12 bits: halves the work of the hot path. */
let pairs: string[] | undefined;
const pairTable = (): string[] => {
  pairs ??= Array.from(
    { length: 4096 },
    (_, bits) => ALPHABET.charAt(bits >> 6) + ALPHABET.charAt(bits & 63),
  );
  return pairs;
};

/** base64url without padding (RFC 4648 §5). */
export const toBase64Url = (bytes: Uint8Array): string => {
  const table = pairTable();
  const whole = bytes.length - (bytes.length % 3);
  let text = '';
  for (let i = 0; i < whole; i += 3) {
    const bits = ((bytes[i] as number) << 16) | ((bytes[i + 1] as number) << 8) | (bytes[i + 2] as number);
    text += (table[bits >> 12] as string) + (table[bits & 4095] as string);
  }
  const left = bytes.length - whole;
  if (left === 1) return text + (table[(bytes[whole] as number) << 4] as string);
  if (left === 2) {
    const bits = ((bytes[whole] as number) << 10) | ((bytes[whole + 1] as number) << 2);
    return text + (table[bits >> 6] as string) + ALPHABET.charAt(bits & 63);
  }
  return text;
};

const digitAt = (text: string, index: number): number => {
  const code = text.charCodeAt(index);
  return code < 128 ? (DIGIT_OF_CODE[code] as number) : NOT_A_DIGIT;
};

/** Refuses padding, foreign characters, impossible lengths and set unused bits: each byte string has one text. */
export const fromBase64Url = (text: string): Result<Uint8Array, 'malformed-base64url'> => {
  const left = text.length % 4;
  if (left === 1) return err('malformed-base64url');
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let at = 0;
  let seen = 0;
  const whole = text.length - left;
  for (let i = 0; i < whole; i += 4) {
    const a = digitAt(text, i);
    const b = digitAt(text, i + 1);
    const c = digitAt(text, i + 2);
    const d = digitAt(text, i + 3);
    seen |= a | b | c | d;
    bytes[at++] = (a << 2) | (b >> 4);
    bytes[at++] = (b << 4) | (c >> 2);
    bytes[at++] = (c << 6) | d;
  }
  if (left > 0) {
    const a = digitAt(text, whole);
    const b = digitAt(text, whole + 1);
    const c = left === 3 ? digitAt(text, whole + 2) : 0;
    seen |= a | b | c;
    bytes[at++] = (a << 2) | (b >> 4);
    if (left === 3) bytes[at++] = (b << 4) | (c >> 2);
    if (((left === 3 ? c << 6 : b << 4) & 255) !== 0) return err('malformed-base64url');
  }
  return seen >= 64 ? err('malformed-base64url') : ok(bytes);
};

export const concat = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** For public values only: the time it takes tells where they differ. */
export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

export const u8 = (value: number): Uint8Array => Uint8Array.of(value);

export const u32 = (value: number): Uint8Array =>
  Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);

/** Whole numbers up to 2^53 − 1, as eight bytes. */
export const u64 = (value: number): Uint8Array =>
  concat(u32(Math.floor(value / 0x1_0000_0000)), u32(value % 0x1_0000_0000));

/** Length-prefixed: `length u32 | bytes`. */
export const lp = (bytes: Uint8Array): Uint8Array => concat(u32(bytes.length), bytes);
