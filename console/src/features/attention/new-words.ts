import type { ColleagueText, ColleagueView } from '@haven/shared/colleagues/worker-messages';

/** What a colleague has said between two states of the words with her. */
export const newWords = (
  before: ColleagueView | undefined,
  after: ColleagueView,
): readonly ColleagueText[] => {
  if (before === after) return [];
  const known = new Set(before?.texts.map(({ id }) => id));
  return after.texts.filter(({ id, mine }) => !mine && !known.has(id));
};
