import type { Plugin } from 'vite';

const SENTENCE = /\bpeer:\s*(?:'[^']*'|"[^"]*"),\s*/g;

/** The table of errors tells developers what each means; a visitor's page acts by the remedy and carries no sentence. */
export const errorWordsPlugin: Plugin = {
  name: 'haven-error-words',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/shared/src/protocol/errors.ts')) return null;
    return { code: code.replaceAll(SENTENCE, ''), map: null };
  },
};
