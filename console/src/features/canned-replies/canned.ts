import type { DeskId } from '@haven/shared/ids';
import type { CannedReply } from '@haven/shared/protocol/canned-replies';
import type { Language } from '@haven/shared/protocol/organisation';

/** What follows a `/` that stands at the start of a word, up to the caret. */
export type SlashQuery = { readonly from: number; readonly query: string };

export const slashQuery = (text: string, caret: number): SlashQuery | null => {
  const found = /(?:^|\s)\/([\p{L}\p{N}-]*)$/u.exec(text.slice(0, caret));
  const query = found?.[1];
  return query === undefined ? null : { from: caret - query.length - 1, query };
};

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const rank = (reply: CannedReply, wanted: string): number => {
  if (wanted === '') return 1;
  if (plain(reply.shortcut).startsWith(wanted)) return 0;
  if (plain(reply.title).includes(wanted)) return 1;
  return plain(reply.text).includes(wanted) ? 2 : -1;
};

/** What was written for fewer comes first. */
const CLOSENESS = { own: 0, desk: 1, everyone: 2 } as const;

/** Replies that fit: this language before others; by their shortcut before their title before their text. */
export const matchingReplies = (
  replies: readonly CannedReply[],
  language: Language,
  query: string,
): readonly CannedReply[] => {
  const wanted = plain(query.trim());
  return replies
    .map((reply) => ({ reply, rank: rank(reply, wanted), other: Number(reply.language !== language) }))
    .filter((found) => found.rank >= 0)
    .sort(
      (a, b) =>
        a.other - b.other ||
        a.rank - b.rank ||
        a.reply.shortcut.localeCompare(b.reply.shortcut) ||
        CLOSENESS[a.reply.shelf.kind] - CLOSENESS[b.reply.shelf.kind],
    )
    .map(({ reply }) => reply);
};

/** Those of use in a chat of this desk. */
export const repliesAt = (replies: readonly CannedReply[], desk: DeskId): readonly CannedReply[] =>
  replies.filter(({ shelf }) => shelf.kind !== 'desk' || shelf.desk === desk);

export type Inserted = { readonly text: string; readonly caret: number };

/** Puts a reply in the place of the `/word` that called it. */
export const replaceSlash = (text: string, caret: number, slash: SlashQuery, reply: string): Inserted => ({
  text: text.slice(0, slash.from) + reply + text.slice(caret),
  caret: slash.from + reply.length,
});

/** Puts a reply behind what was written already, on a line of its own. */
export const appendReply = (text: string, reply: string): string =>
  text.trim() === '' ? reply : `${text.trimEnd()}\n\n${reply}`;

/** The beginning of a reply, cut between words. Not by the style sheet: a screen reader would read all of it. */
export const previewOf = (text: string, characters: number): string => {
  if (text.length <= characters) return text;
  const cut = text.slice(0, characters + 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > 0 ? end : characters)} …`;
};
