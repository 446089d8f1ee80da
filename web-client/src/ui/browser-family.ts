/** Browsers that clear their history in one way. */
export type BrowserFamily =
  | 'chrome-phone'
  | 'samsung'
  | 'safari-phone'
  | 'firefox-phone'
  | 'chrome'
  | 'edge'
  | 'firefox'
  | 'safari'
  | 'other';

const PHONE = /Android|iPhone|iPad|Mobile/;

/** The first that fits: most browsers also call themselves by the names of others. */
const FAMILIES: readonly (readonly [RegExp, phone: BrowserFamily, desktop: BrowserFamily])[] = [
  [/SamsungBrowser/, 'samsung', 'samsung'],
  [/OPR\/|Opera|DuckDuckGo|Vivaldi|YaBrowser|FBAN|FBAV|Instagram/, 'other', 'other'],
  [/FxiOS|Firefox/, 'firefox-phone', 'firefox'],
  [/EdgA|EdgiOS|Edg\//, 'other', 'edge'],
  [/CriOS|Chrome/, 'chrome-phone', 'chrome'],
  [/Safari/, 'safari-phone', 'safari'],
];

/** `agent`: what the browser says of itself. It is asked here, on the device, and told to nobody. */
export function browserFamily(agent: string): { readonly family: BrowserFamily; readonly mac: boolean } {
  const phone = PHONE.test(agent);
  const found = FAMILIES.find(([pattern]) => pattern.test(agent));
  const family = found === undefined ? 'other' : found[phone ? 1 : 2];
  return { family, mac: !phone && agent.includes('Macintosh') };
}
