import type { CannedReply, Language } from '@haven/shared/protocol/organisation';

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

/** Replies in the language of the chat that fit: by their shortcut before their title before their text. */
export const matchingReplies = (
  replies: readonly CannedReply[],
  language: Language,
  query: string,
): readonly CannedReply[] => {
  const wanted = plain(query.trim());
  return replies
    .filter((reply) => reply.language === language)
    .map((reply) => ({ reply, rank: rank(reply, wanted) }))
    .filter((found) => found.rank >= 0)
    .sort((a, b) => a.rank - b.rank || a.reply.shortcut.localeCompare(b.reply.shortcut))
    .map(({ reply }) => reply);
};

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
