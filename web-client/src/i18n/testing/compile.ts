import MessageFormat from '@messageformat/core';
import { messages as english } from '../en';
import type { Catalogue, Translation } from '../messages';
import { messages as dutch } from '../nl';

/** As the build does it, but at once and for any language. */
function compile(language: string, messages: Translation): Catalogue {
  const compiler = new MessageFormat(language, { requireAllArguments: true });
  const compiled = Object.entries(messages).map(([key, text]) => [key, compiler.compile(text)] as const);
  return Object.fromEntries(compiled) as unknown as Catalogue;
}

export const DUTCH = compile('nl', dutch);
export const ENGLISH = compile('en', english);

const ACCENTS: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'ï', o: 'ö', u: 'ü', n: 'ñ', s: 'š' };

/** Text outside arguments, made longer and accented; what ICU reads stays as it is. */
function disguise(text: string): string {
  let depth = 0;
  let out = '';
  for (const character of text) {
    if (character === '{') depth++;
    if (character === '}') depth--;
    out += depth % 2 === 1 ? character : (ACCENTS[character] ?? character);
  }
  return `⟦${out}${' ~'.repeat(Math.ceil(text.length / 12))}⟧`;
}

/** Every text a third longer and recognisable: what is not ⟦bracketed⟧ on a screen did not come from a message. */
export const PSEUDO = compile(
  'en',
  Object.fromEntries(Object.entries(english).map(([key, text]) => [key, disguise(text)])) as Translation,
);
