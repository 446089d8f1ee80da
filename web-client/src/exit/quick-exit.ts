import { forget, readKept, type TabStorage } from './kept-entry';

/** What of a chat has to end; given by the application once it runs. */
export type Running = {
  stopWorkers(): void;
  closeSocket(): void;
  /** The newest capability, also when it was never kept; empty before there is a chat. */
  capability(): string;
};

export type QuickExitDeps = {
  readonly page: Window;
  readonly storage: TabStorage;
  /** Where to go; asked for at the last moment, as the organisation may name it late. */
  readonly target: () => string;
  /** Tells the page around the frame to blank itself and leave; null when the chat stands alone. */
  readonly tellHost: (() => void) | null;
};

export type QuickExit = {
  readonly leave: () => void;
  /** True from the first moment of leaving, for good. */
  readonly gone: boolean;
  running(parts: Running): void;
};

/**
 * Everything at once, in one task: what can fail must not keep the rest from happening. The order is that of danger:
 * what can be seen, what can be read, what is stored, what others should know, and then away.
 */
export function createQuickExit({ page, storage, target, tellHost }: QuickExitDeps): QuickExit {
  let gone = false;
  let parts: Running | null = null;

  const attempt = (act: () => unknown): void => {
    try {
      act();
    } catch {
      // The next step matters more than this one.
    }
  };

  const navigate = (): void => {
    attempt(() => tellHost?.());
    // In a frame, the visitor's own tap or key allows this; where the host forbids it, the message does it.
    attempt(() => (page.top ?? page).location.replace(target()));
  };

  const leave = (): void => {
    if (gone) return navigate();
    gone = true;
    const root = page.document.documentElement;
    attempt(() => root.style.setProperty('display', 'none', 'important'));
    attempt(() => tellHost?.());
    attempt(() => parts?.stopWorkers());
    const capability = parts?.capability() || (readKept(storage)?.capability ?? '');
    forget(storage);
    attempt(() => page.navigator.sendBeacon('/exit', capability));
    attempt(() => parts?.closeSocket());
    navigate();
    attempt(() => page.document.body.replaceChildren());
  };

  page.addEventListener('pageshow', () => {
    // Back or forward brought a frozen copy of this page to life again.
    if (gone) navigate();
  });

  return {
    leave,
    get gone() {
      return gone;
    },
    running: (running) => {
      parts = running;
      // Left while the application was still loading: what it has started since must end as well.
      if (gone) {
        attempt(() => running.stopWorkers());
        attempt(() => running.closeSocket());
      }
    },
  };
}
