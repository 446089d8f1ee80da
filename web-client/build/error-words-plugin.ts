import type { Plugin } from 'vite';

const FOR_DEVELOPERS = /(?<!readonly )\b(?:peer|log):\s*(?:'[^']*'|"[^"]*"),?\s*/g;

/** The table of errors tells developers what each means; a visitor's page acts by the remedy alone. */
export const errorWordsPlugin: Plugin = {
  name: 'haven-error-words',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/shared/src/protocol/errors.ts')) return null;
    return { code: code.replaceAll(FOR_DEVELOPERS, ''), map: null };
  },
};
