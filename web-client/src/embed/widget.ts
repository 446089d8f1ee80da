import { listenForExit } from '../exit/exit-keys';
import { exitBar, type ExitBar } from './exit-bar';
import { launcher } from './launcher';
import { type ToFrame, wordOf } from './messages';
import type { Settings } from './settings';
import { WORDS } from './words';

export type Widget = {
  readonly open: () => void;
  /** Folds the chat away; it goes on. */
  readonly close: () => void;
  /** The quick exit. */
  readonly leave: () => void;
};

export type WidgetDeps = {
  readonly page: Window;
  readonly settings: Settings;
  readonly before: number;
  /** Called before this one opens, so that another one folds. */
  readonly onOpen: () => void;
};

export function createWidget({ page, settings, before, onOpen }: WidgetDeps): Widget {
  const words = WORDS[settings.language];
  let bar: ExitBar | null = null;
  let open = false;
  let gone = false;

  const tell = (haven: ToFrame['haven']): void => {
    chat.frame?.contentWindow?.postMessage({ haven } satisfies ToFrame, settings.origin);
  };

  const leave = (): void => {
    if (!gone) {
      gone = true;
      page.document.documentElement.style.setProperty('display', 'none', 'important');
      // The frame holds the keys and the connection: it ends them while the browser fetches the other page.
      tell('exit');
    }
    page.location.replace(settings.exitUrl);
  };

  const widget: Widget = {
    open: () => {
      if (open) return;
      onOpen();
      open = true;
      if (bar === null) {
        bar = exitBar(settings, words, leave, widget.close);
        const { count } = bar;
        listenForExit({ page, now: Date.now, leave, onCount: count });
      }
      bar.over(true);
      chat.open();
      tell('shown');
    },
    close: () => {
      if (!open) return;
      open = false;
      bar?.over(false);
      chat.fold();
      tell('hidden');
    },
    leave,
  };
  const chat = launcher({
    settings,
    words,
    before,
    onToggle: () => (open ? widget.close() : widget.open()),
  });

  page.addEventListener('message', ({ source, origin, data }) => {
    if (origin !== settings.origin || chat.frame === null || source !== chat.frame.contentWindow) return;
    const word = wordOf(data);
    if (word === 'exit') leave();
    if (word === 'hide') widget.close();
    if (word === 'attention' && !open) chat.news();
  });
  page.addEventListener('pageshow', () => {
    // Back brought a frozen copy of this page to life again.
    if (gone) leave();
  });
  return widget;
}
