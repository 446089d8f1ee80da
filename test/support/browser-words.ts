import { messages as englishConsole } from '@haven/console/i18n/en/messages';
import { messages as dutchConsole } from '@haven/console/i18n/nl/messages';
import type { Language } from '@haven/shared/protocol/organisation';
import { messages as englishVisitor } from '@haven/web-client/i18n/en';
import { messages as dutchVisitor } from '@haven/web-client/i18n/nl';

type Values = Readonly<Record<string, string | number>>;

const SPECIAL = /[.*+?^${}()|[\]\\/]/g;
const escaped = (text: string): string =>
  text.replace(SPECIAL, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`);

/** Where the argument that opens at `start` closes again; arguments of plurals hold others. */
function closingBrace(message: string, start: number): number {
  let depth = 0;
  for (let at = start; at < message.length; at++) {
    if (message[at] === '{') depth++;
    if (message[at] === '}' && --depth === 0) return at;
  }
  throw new Error(`An argument is not closed in: ${message}`);
}

/** What an ICU message looks like on the screen; an argument without a value may be anything. */
function phrase(message: string, values: Values = {}): RegExp {
  let source = '';
  let at = 0;
  for (let open = message.indexOf('{'); open >= 0; open = message.indexOf('{', at)) {
    const close = closingBrace(message, open);
    const [name = '', kind] = message.slice(open + 1, close).split(',');
    const value = values[name.trim()];
    const known = value !== undefined && kind === undefined;
    source += escaped(message.slice(at, open)) + (known ? escaped(String(value)) : '.*');
    at = close + 1;
  }
  return new RegExp(`^\\s*${source}${escaped(message.slice(at))}\\s*$`, 'su');
}

export type VisitorKey = keyof typeof englishVisitor;
export type ConsoleKey = keyof typeof dutchConsole;

const VISITOR: Readonly<Record<Language, Readonly<Record<VisitorKey, string>>>> = {
  nl: dutchVisitor,
  en: englishVisitor,
};
const CONSOLE: Readonly<Record<Language, Readonly<Record<ConsoleKey, string>>>> = {
  nl: dutchConsole,
  en: englishConsole,
};

/** The words of the visitor's side, as they are found on the screen. */
export const visitorWords = (language: Language) => ({
  say: (key: VisitorKey, values?: Values): RegExp => phrase(VISITOR[language][key], values),
  plain: (key: VisitorKey): string => VISITOR[language][key],
});

/** The words of the console. */
export const consoleWords = (language: Language) => ({
  say: (key: ConsoleKey, values?: Values): RegExp => phrase(CONSOLE[language][key], values),
  plain: (key: ConsoleKey): string => CONSOLE[language][key],
});
