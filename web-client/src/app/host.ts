import { type ToFrame, type ToLoader, wordOf } from '../embed/messages';

/** The loader on the page around the frame. */
export type Host = {
  tell(word: ToLoader['haven']): void;
  on(word: ToFrame['haven'], listener: () => void): void;
};

/** `origin`: of the page around the frame, as the loader named it; anything from elsewhere is not heard. */
export function hostOf(page: Window, origin: string): Host {
  return {
    tell: (haven) => page.parent.postMessage({ haven } satisfies ToLoader, origin),
    on: (word, listener) => {
      page.addEventListener('message', ({ source, origin: from, data }) => {
        if (source === page.parent && from === origin && wordOf(data) === word) listener();
      });
    },
  };
}
