const NAMES = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS/, 'Mac'],
  [/Linux/, 'Linux'],
] as const;

/** A first suggestion for what to call the passkey of this device. */
export const platformName = (userAgent: string): string =>
  NAMES.find(([pattern]) => pattern.test(userAgent))?.[1] ?? '';
