import type { CannedReply, ReplyShelf, ReplyWording } from '@haven/shared/protocol/canned-replies';
import type { Language, Organisation } from '@haven/shared/protocol/organisation';
import { err, ok, type Result } from '@haven/shared/result';
import { csvOf, unmarked } from '../reports/csv';
import { checkEntries, type FileFault } from './reply-file';
import { shelfKey } from './shelves';

/** Loaded when somebody has a table: nobody else waits for it. */
const library = async () => (await import('papaparse')).default;

const WORDING = ['language', 'shortcut', 'title', 'text'] as const;
const COLUMNS = ['shelf', ...WORDING] as const;

/** A desk by its identifier; `own` and `everyone` are words that no desk has. */
const wordOf = (shelf: ReplyShelf): string => (shelf.kind === 'desk' ? shelf.desk : shelf.kind);

/** A table for a spreadsheet of the reader's, with the names of its columns in the first row. */
export const replyTableOf = (replies: readonly CannedReply[], reader: Language): string =>
  csvOf(
    [
      [...COLUMNS],
      ...replies.map(({ shelf, language, shortcut, title, text }) => [
        wordOf(shelf),
        language,
        shortcut,
        title,
        text,
      ]),
    ],
    reader,
  );

/** What of a table belongs to the shelf; `elsewhere`: how many rows belong to another one, and are left alone. */
export type ReplyTable = { readonly replies: readonly ReplyWording[]; readonly elsewhere: number };

/** One table may be of all shelves. A row that names none, or a table without that column, is of this one. */
export const parseReplyTable = async (
  bytes: ArrayBuffer,
  shelf: ReplyShelf,
  { desks }: Pick<Organisation, 'desks'>,
): Promise<Result<ReplyTable, readonly FileFault[]>> => {
  const content = decoded(bytes);
  // Some spreadsheets write another encoding, in which every accent would be lost.
  if (content === null) return err([{ kind: 'not-utf8' }]);
  const { data, errors } = (await library()).parse<readonly string[]>(content, {
    delimiter: delimiterOf(content),
  });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken !== undefined) return err([{ kind: 'quotes', entry: (broken.row ?? 0) + 1 }]);
  const head = (data[0] ?? []).map((cell) => cell.trim().toLowerCase());
  const missing = WORDING.filter((column) => !head.includes(column));
  if (missing.length > 0) return err(missing.map((column) => ({ kind: 'no-column', column })));

  const rows = data.slice(1).flatMap((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const cellOf = (column: (typeof COLUMNS)[number]) =>
      unmarked(cells[head.indexOf(column)] ?? '').replaceAll('\r\n', '\n');
    const given = Object.fromEntries(WORDING.map((column) => [column, cellOf(column)]));
    const language = cellOf('language').trim().toLowerCase();
    return [{ entry: index + 2, shelf: cellOf('shelf').trim(), given: { ...given, language } }];
  });
  const keyOf = keysOf(desks);
  const unknown = rows.filter((row) => row.shelf !== '' && keyOf(row.shelf) === undefined);
  if (unknown.length > 0)
    return err(unknown.map((row) => ({ kind: 'no-shelf', entry: row.entry, shelf: row.shelf })));
  const mine = rows.filter((row) => row.shelf === '' || keyOf(row.shelf) === shelfKey(shelf));
  const elsewhere = rows.length - mine.length;
  if (mine.length === 0 && elsewhere > 0) return err([{ kind: 'elsewhere', n: elsewhere }]);
  const checked = checkEntries(mine);
  return checked.ok ? ok({ replies: checked.value, elsewhere }) : checked;
};

function decoded(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Where a comma is part of numbers, spreadsheets write semicolons. No name of a column has either. */
function delimiterOf(content: string): string {
  const head = content.split(/[\r\n]/, 1)[0] ?? '';
  return [';', '\t'].find((each) => head.includes(each)) ?? ',';
}

/** A shelf by what people call it. */
function keysOf(desks: Organisation['desks']): (name: string) => string | undefined {
  const known = new Map<string, string>([
    ['own', 'own'],
    ['everyone', 'everyone'],
  ]);
  for (const { id, name } of desks)
    for (const each of [id, name.nl, name.en])
      known.set(each.toLowerCase(), shelfKey({ kind: 'desk', desk: id }));
  return (name) => known.get(name.toLowerCase());
}
