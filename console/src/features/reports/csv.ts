import type { Language } from '@haven/shared/protocol/organisation';

/** Where people write a comma in numbers, their spreadsheet would leave a row with commas in one cell. */
const SEPARATORS: Readonly<Record<Language, string>> = { nl: ';', en: ',' };

/** Spreadsheets run what begins with one of these. What is marked already is marked once more, so the mark can be taken off. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** What a cell said before it was made harmless. */
export const unmarked = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;

/** A number is a number; text is quoted, and never a formula. */
const cellOf = (value: string | number): string => {
  if (typeof value === 'number') return String(value);
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
};

/** With the mark by which Excel takes it for UTF-8, and the line ends of RFC 4180. */
export const csvOf = (rows: readonly (readonly (string | number)[])[], language: Language): string =>
  `\uFEFF${rows.map((row) => row.map(cellOf).join(SEPARATORS[language])).join('\r\n')}\r\n`;
