import { type Language, LANGUAGES } from '@haven/shared/protocol/organisation';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What this browser remembers between shifts. Nothing here says anything about a chat or a person. */
export type Preferences = {
  readonly language: Language;
  readonly theme: Theme;
  readonly soundOffers: boolean;
  readonly soundMessages: boolean;
  /** Of the board. */
  readonly soundAlarms: boolean;
  /** 0 to 1. */
  readonly volume: number;
  readonly notifications: boolean;
  readonly enterSends: boolean;
  readonly singleKeys: boolean;
};

export const DEFAULT_PREFERENCES: Preferences = {
  language: 'nl',
  theme: 'system',
  soundOffers: false,
  soundMessages: false,
  soundAlarms: false,
  volume: 0.5,
  notifications: false,
  enterSends: true,
  singleKeys: true,
};

const oneOf = <T extends string>(values: readonly T[], value: unknown, otherwise: T): T =>
  values.find((known) => known === value) ?? otherwise;

const flag = (value: unknown, otherwise: boolean): boolean =>
  typeof value === 'boolean' ? value : otherwise;

const share = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && value >= 0 && value <= 1 ? value : otherwise;

/** What was kept, field by field: an older or damaged entry costs only what cannot be read. */
export const parsePreferences = (kept: string | null): Preferences => {
  const fields = readObject(kept);
  const byDefault = DEFAULT_PREFERENCES;
  return {
    language: oneOf(LANGUAGES, fields['language'], byDefault.language),
    theme: oneOf(THEMES, fields['theme'], byDefault.theme),
    soundOffers: flag(fields['soundOffers'], byDefault.soundOffers),
    soundMessages: flag(fields['soundMessages'], byDefault.soundMessages),
    soundAlarms: flag(fields['soundAlarms'], byDefault.soundAlarms),
    volume: share(fields['volume'], byDefault.volume),
    notifications: flag(fields['notifications'], byDefault.notifications),
    enterSends: flag(fields['enterSends'], byDefault.enterSends),
    singleKeys: flag(fields['singleKeys'], byDefault.singleKeys),
  };
};

const readObject = (kept: string | null): Readonly<Record<string, unknown>> => {
  if (kept === null) return {};
  try {
    const value: unknown = JSON.parse(kept);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
};
