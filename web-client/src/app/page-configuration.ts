import type { Language } from '@haven/shared/protocol/organisation';

export const LOOKS = ['auto', 'light', 'dark', 'disguise'] as const;
export type Look = (typeof LOOKS)[number];

/** What the embed line or the link asked for; it comes in the fragment, which no server ever sees. */
export type PageConfiguration = {
  readonly roots: readonly string[];
  /** null: as the browser prefers. */
  readonly language: Language | null;
  /** Where the quick exit leads; null: where the organisation says. */
  readonly exitUrl: string | null;
  readonly look: Look;
  readonly region: string | null;
  readonly desk: string | null;
  /** The origin of the page around the frame; null when the chat stands alone. */
  readonly host: string | null;
};

const LANGUAGES: Readonly<Record<Language, true>> = { nl: true, en: true };
const isLanguage = (value: string | null): value is Language =>
  value !== null && Object.hasOwn(LANGUAGES, value);

/** The address if it is one of the web: nothing that runs or shows something of the giver's own. */
function webAddress(value: string | null): URL | null {
  try {
    const address = new URL(value ?? '');
    return address.protocol === 'https:' || address.protocol === 'http:' ? address : null;
  } catch {
    return null;
  }
}

export function readConfiguration(fragment: string): PageConfiguration {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const language = given.get('lang');
  const look = LOOKS.find((name) => name === given.get('theme'));
  return {
    // A key that cannot be one is kept: it vouches for nobody, where dropping it would trust the server's own.
    roots: (given.get('root') ?? '').split(/[\s,]+/).filter((root) => root !== ''),
    language: isLanguage(language) ? language : null,
    exitUrl: webAddress(given.get('exit'))?.href ?? null,
    look: look ?? 'auto',
    region: given.get('region'),
    desk: given.get('desk'),
    host: (given.get('embed') === '1' && webAddress(given.get('host'))?.origin) || null,
  };
}

/** The first of the browser's languages that the interface speaks. */
export const preferredLanguage = (preferences: readonly string[]): Language =>
  preferences.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'nl';
