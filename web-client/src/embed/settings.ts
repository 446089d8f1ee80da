/** What the one line on the host's page says. */
export type Settings = {
  /** The chat's own origin, which is where this script came from. */
  readonly origin: string;
  readonly language: 'nl' | 'en';
  readonly exitUrl: string;
  readonly theme: string;
  /** At the end of a line of text, or at its start. */
  readonly position: 'end' | 'start';
  /** Where the frame starts; it says all that the chat has to know. */
  readonly frameUrl: string;
};

const isWebAddress = (address: string | undefined): address is string => /^https?:\/\//i.test(address ?? '');

export function readSettings(script: HTMLScriptElement, page: Window): Settings {
  const { root, lang, exit, theme = 'auto', desk, region, position } = script.dataset;
  const { origin } = new URL(script.src);
  const language = (lang || page.document.documentElement.lang).startsWith('en') ? 'en' : 'nl';
  const fragment = new URLSearchParams({ embed: '1', host: page.location.origin, lang: language, theme });
  for (const [name, value] of Object.entries({ root, exit, desk, region })) {
    if (value) fragment.set(name, value);
  }
  return {
    origin,
    language,
    // Only the web: an address that runs something would run in the host's page.
    exitUrl: isWebAddress(exit) ? exit : `${origin}/exit`,
    theme,
    position: position === 'start' ? 'start' : 'end',
    frameUrl: `${origin}/chat#${fragment}`,
  };
}
