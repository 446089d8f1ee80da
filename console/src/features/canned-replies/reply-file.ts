import type { CannedReply, ReplyChange, ReplyWording } from '@haven/shared/protocol/canned-replies';
import { LIMITS } from '@haven/shared/protocol/limits';
import type { Language } from '@haven/shared/protocol/organisation';
import { err, ok, type Result } from '@haven/shared/result';
import { tidy, type WordingField, wrongFields } from './reply-wording';

/** Bytes; a shelf full of long replies is smaller. */
export const REPLY_FILE_BYTES = 4_000_000;

/** Why a file is not taken. Entries count from 1, as people do; those of a table are its rows, its head the first. */
export type FileFault =
  | { readonly kind: 'too-large' | 'not-json' | 'not-replies' | 'empty' | 'not-utf8' }
  | { readonly kind: 'no-column'; readonly column: string }
  | { readonly kind: 'quotes'; readonly entry: number }
  | { readonly kind: 'no-shelf'; readonly entry: number; readonly shelf: string }
  | { readonly kind: 'elsewhere'; readonly n: number }
  | { readonly kind: 'too-many'; readonly n: number }
  | { readonly kind: 'wrong'; readonly entry: number; readonly field: WordingField }
  | { readonly kind: 'no-entry'; readonly entry: number }
  | {
      readonly kind: 'twice';
      readonly entry: number;
      readonly before: number;
      readonly shortcut: string;
      readonly language: Language;
    };

/** One file for any shelf; the organisation's file has the same list under the same name. */
export const replyFileOf = (replies: readonly CannedReply[]): string => {
  const cannedReplies = replies.map(({ shortcut, language, title, text }) => ({
    shortcut,
    language,
    title,
    text,
  }));
  return `${JSON.stringify({ cannedReplies }, null, 2)}\n`;
};

/** All that a file says, or everything that is wrong with it. */
export const parseReplyFile = (content: string): Result<readonly ReplyWording[], readonly FileFault[]> => {
  let json: unknown;
  try {
    json = JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    return err([{ kind: 'not-json' }]);
  }
  const list =
    typeof json === 'object' && json !== null && 'cannedReplies' in json ? json.cannedReplies : json;
  if (!Array.isArray(list)) return err([{ kind: 'not-replies' }]);
  return checkEntries(list.map((given: unknown, index) => ({ entry: index + 1, given })));
};

type Entry = { readonly entry: number; readonly given: unknown };

/** All that they say, or everything that is wrong with them. */
export const checkEntries = (
  list: readonly Entry[],
): Result<readonly ReplyWording[], readonly FileFault[]> => {
  if (list.length === 0) return err([{ kind: 'empty' }]);
  if (list.length > LIMITS.repliesOnShelf) return err([{ kind: 'too-many', n: list.length }]);
  const seen = new Map<string, number>();
  const faults: FileFault[] = [];
  const replies = list.flatMap(({ entry, given }): readonly ReplyWording[] => {
    if (typeof given !== 'object' || given === null) {
      faults.push({ kind: 'no-entry', entry });
      return [];
    }
    const reply = readEntry(given);
    const wrong = wrongFields(reply);
    faults.push(...wrong.map((field) => ({ kind: 'wrong', entry, field }) as const));
    if (wrong.length > 0) return [];
    const call = callOf(reply);
    const before = seen.get(call);
    const { shortcut, language } = reply;
    if (before === undefined) seen.set(call, entry);
    else faults.push({ kind: 'twice', entry, before, shortcut, language });
    return [reply];
  });
  return faults.length > 0 ? err(faults) : ok(replies);
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What is no text is none; the language is judged by the table of languages. */
const readEntry = (given: object): ReplyWording => {
  const part = (name: WordingField): unknown => Reflect.get(given, name);
  return tidy({
    shortcut: textOf(part('shortcut')),
    language: textOf(part('language')) as Language,
    title: textOf(part('title')),
    text: textOf(part('text')),
  });
};

const callOf = ({ shortcut, language }: Pick<ReplyWording, 'shortcut' | 'language'>) =>
  `${language} ${shortcut}`;

/** What a file would do to a shelf. It takes nothing away. */
export type ImportPlan = {
  readonly added: readonly ReplyWording[];
  readonly changed: readonly { readonly before: CannedReply; readonly after: ReplyWording }[];
  /** How many are there already, word for word. */
  readonly same: number;
};

export const planImport = (present: readonly CannedReply[], file: readonly ReplyWording[]): ImportPlan => {
  const known = new Map(present.map((reply) => [callOf(reply), reply]));
  const added = file.filter((reply) => !known.has(callOf(reply)));
  const changed = file.flatMap((after) => {
    const before = known.get(callOf(after));
    if (before === undefined || (before.title === after.title && before.text === after.text)) return [];
    return [{ before, after }];
  });
  return { added, changed, same: file.length - added.length - changed.length };
};

/** Each names the version that the plan was made from. */
export const changesOf = ({ added, changed }: ImportPlan): readonly ReplyChange[] => [
  ...added.map((wording) => ({ id: null, version: 0, wording })),
  ...changed.map(({ before, after }) => ({ id: before.id, version: before.version, wording: after })),
];
