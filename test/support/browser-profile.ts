import { relative } from 'node:path';
import { filesBelow } from './files-below';

/** Where a word stands in a profile. */
export type Find = { readonly word: string; readonly file: string; readonly encoding: string };

/** Long words are broken over blocks and records of a database; their first half would still be there. */
const SHORTEST_PART = 12;

const ENCODINGS: Readonly<Record<string, (word: string) => Buffer>> = {
  utf8: (word) => Buffer.from(word, 'utf8'),
  utf16: (word) => Buffer.from(word, 'utf16le'),
  json: (word) =>
    Buffer.from(
      JSON.stringify(word)
        .slice(1, -1)
        .replace(/[^\x20-\x7e]/g, unicodeEscape),
      'utf8',
    ),
  url: (word) => Buffer.from(encodeURIComponent(word), 'utf8'),
  hex: (word) => Buffer.from(Buffer.from(word, 'utf8').toString('hex'), 'utf8'),
  // Without the ends, which depend on what stands before and after.
  base64: (word) => Buffer.from(Buffer.from(word, 'utf8').toString('base64').slice(4, -4), 'utf8'),
};

/** Of one UTF-16 unit, as JSON writes it. */
const unicodeEscape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Searches every file of a profile, as bytes, for each word in every way a browser might have written it. */
export function findInProfile(profile: string, words: readonly string[]): readonly Find[] {
  const wanted = words.flatMap((word) =>
    Object.entries(ENCODINGS).flatMap(([encoding, encode]) => {
      const part = word.slice(0, Math.max(SHORTEST_PART, Math.floor(word.length / 2)));
      const bytes = encode(part);
      return bytes.length < SHORTEST_PART / 2 ? [] : [{ word, encoding, bytes }];
    }),
  );
  return [...filesBelow(profile)].flatMap(([file, content]) =>
    wanted
      .filter(({ bytes }) => content.includes(bytes))
      .map(({ word, encoding }) => ({ word, encoding, file: relative(profile, file) })),
  );
}
