import { err, ok, type Result } from '../result';
import type { Refusal } from './conversation';

/** Text as it is shown: newlines, no other control character, no half of a surrogate pair. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();

/** `longest` in UTF-16 units. Nothing is ever cut: too long is refused. */
export const acceptText = (text: string, longest: number): Result<string, Refusal['reason']> => {
  const clean = cleanText(text);
  if (clean === '') return err('empty');
  return clean.length > longest ? err('too-long') : ok(clean);
};
