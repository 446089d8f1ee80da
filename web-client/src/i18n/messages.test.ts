import { describe, expect, it } from 'vitest';
import { messages as english } from './en';
import { directionOf, LANGUAGE_NAMES, languages } from './languages';
import { type Catalogue, type MessageKey, translateWith } from './messages';
import { messages as dutch } from './nl';
import { DUTCH, ENGLISH, PSEUDO } from './testing/compile';

const KEYS = Object.keys(english) as MessageKey[];
const CATALOGUES: Readonly<Record<string, Catalogue>> = { nl: DUTCH, en: ENGLISH };

/** Which arguments a message asks for, told by itself. */
function argumentsOf(catalogue: Catalogue, key: MessageKey): readonly string[] {
  const asked = new Set<string>();
  const values = new Proxy({} as Record<string, number>, {
    get: (_, name) => {
      asked.add(String(name));
      return 2;
    },
  });
  catalogue[key]?.(values);
  return [...asked].sort();
}

describe('What the chat says', () => {
  it('is said in every language, with the same arguments', () => {
    expect(Object.keys(dutch).sort()).toEqual([...KEYS].sort());
    for (const key of KEYS) expect([key, argumentsOf(DUTCH, key)]).toEqual([key, argumentsOf(ENGLISH, key)]);
  });

  it.each(Object.keys(CATALOGUES))('is never empty and never shows its own machinery (%s)', (language) => {
    const catalogue = CATALOGUES[language] ?? {};
    for (const key of KEYS) {
      const values = Object.fromEntries(argumentsOf(catalogue, key).map((name) => [name, 3]));
      const text = catalogue[key]?.(values) ?? '';
      expect([key, text]).toEqual([key, expect.stringMatching(/^[^{}#\s][^{}#]*$/)]);
      expect([key, text]).toEqual([key, expect.not.stringMatching(/ {2}|undefined|\bNaN\b|["']/)]);
    }
  });

  it('is short: no sentence that a tired person has to read twice', () => {
    for (const [language, messages] of Object.entries({ nl: dutch, en: english })) {
      for (const [key, text] of Object.entries(messages)) {
        for (const sentence of text.split(/(?<=[.?!:])\s/)) {
          expect([language, key, sentence.split(' ').length]).toEqual([
            language,
            key,
            expect.toSatisfy((words: number) => words <= 24, 'at most 24 words'),
          ]);
        }
      }
    }
  });

  it('counts as each language counts', () => {
    const nl = translateWith(DUTCH);
    const en = translateWith(ENGLISH);
    expect(nl('silence.second.text', { minutes: 1 })).toContain('over 1 minuut.');
    expect(nl('silence.second.text', { minutes: 3 })).toContain('over 3 minuten.');
    expect(en('page.exit.more', { n: 1 })).toBe('Press Shift 1 more time to leave.');
    expect(en('page.exit.more', { n: 2 })).toBe('Press Shift 2 more times to leave.');
    expect(nl('wait.place', { place: 12 })).toBe('Je bent nummer 12 in de rij.');
  });

  it('can be disguised as another language, to find what did not come from here', () => {
    expect(translateWith(PSEUDO)('safe.start')).toBe('⟦Stárt ~⟧');
    expect(translateWith(PSEUDO)('chat.title', { name: 'Anna' })).toMatch(/^⟦Chát wïth Anna ~/);
  });

  it('is written from right to left where people do', () => {
    expect(['nl', 'en', 'ar', 'fa', 'ar-SY', 'he'].map(directionOf)).toEqual([
      'ltr',
      'ltr',
      'rtl',
      'rtl',
      'rtl',
      'rtl',
    ]);
    expect(Object.keys(LANGUAGE_NAMES)).toEqual(languages);
  });
});
