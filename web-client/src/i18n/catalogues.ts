import type { Language } from '@haven/shared/protocol/organisation';
import type { Catalogue } from './messages';

type Part = () => Promise<{ readonly default: Catalogue }>;

const PARTS: Readonly<Record<Language, { readonly first: Part; readonly later: Part }>> = {
  nl: { first: () => import('virtual:messages/nl/first'), later: () => import('virtual:messages/nl/later') },
  en: { first: () => import('virtual:messages/en/first'), later: () => import('virtual:messages/en/later') },
};

/** What the first screen says. Rejects when the network does. */
export const loadFirst = async (language: Language): Promise<Catalogue> =>
  (await PARTS[language].first()).default;

/** Everything there is to say. */
export async function loadAll(language: Language): Promise<Catalogue> {
  const { first, later } = PARTS[language];
  const [early, late] = await Promise.all([first(), later()]);
  return { ...early.default, ...late.default };
}
