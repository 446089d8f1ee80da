import { type ReplyWording, replyWording } from '@haven/shared/protocol/canned-replies';

export type WordingField = keyof ReplyWording;

/** As it is kept: without the slash, capitals and spaces around it that somebody may have typed. */
export const tidy = (given: ReplyWording): ReplyWording => ({
  shortcut: given.shortcut.trim().replace(/^\//, '').normalize('NFC').toLowerCase(),
  language: given.language,
  title: given.title.trim(),
  text: given.text.trim(),
});

/** The parts that are missing, too long, or hold what they cannot. */
export const wrongFields = (given: unknown): readonly WordingField[] => {
  const parsed = replyWording.safeParse(given);
  if (parsed.success) return [];
  const named = new Set(parsed.error.issues.map(({ path }) => path[0]));
  return (['shortcut', 'language', 'title', 'text'] as const).filter((field) => named.has(field));
};
