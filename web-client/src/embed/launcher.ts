import { element } from './element';
import type { Settings } from './settings';
import { dress } from './styles';
import type { Words } from './words';

export type Launcher = {
  /** Shows the chat; the frame is made the first time, and only then. */
  open(): void;
  fold(): void;
  readonly frame: HTMLIFrameElement | null;
  /** Something happened in a chat that is folded away. */
  news(): void;
};

type LauncherDeps = {
  readonly settings: Settings;
  readonly words: Words;
  /** How many launchers there were before: each stands above the last. */
  readonly before: number;
  readonly onToggle: () => void;
};

export function launcher({ settings, words, before, onToggle }: LauncherDeps): Launcher {
  const { origin, theme, position, frameUrl } = settings;
  const plain = theme === 'disguise';
  const host = element('div', { className: position });
  const state = element('small', {});
  const button = element(
    'button',
    {
      type: 'button',
      className: plain ? 'launcher plain' : 'launcher',
      onclick: onToggle,
      'aria-expanded': 'false',
    },
    element('i', {}),
    element('span', {}, element('b', {}, plain ? words.contact : words.chat), state),
  );
  const panel = element('div', { className: 'panel', hidden: true });
  const root = host.attachShadow({ mode: 'open' });
  root.append(button, panel);
  document.body.append(host);
  dress(root);
  host.style.setProperty('--n', String(before));

  // Without a word where the host's policy, or the network, does not let it ask.
  fetch(`${origin}/status.json`, { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' })
    .then((answer) => answer.json())
    .then(({ open }: { open?: unknown }) => {
      if (typeof open !== 'boolean') return;
      button.classList.toggle('on', open);
      state.textContent = open ? words.here : words.away;
    })
    .catch(() => undefined);

  let frame: HTMLIFrameElement | null = null;
  const show = (on: boolean): void => {
    panel.hidden = !on;
    host.classList.toggle('open', on);
    button.setAttribute('aria-expanded', String(on));
  };
  return {
    open: () => {
      if (frame === null) {
        frame = element('iframe', { src: frameUrl, title: plain ? words.contact : words.chat });
        panel.append(frame);
        dress(root);
      }
      show(true);
      frame.focus();
    },
    fold: () => {
      show(false);
      button.focus();
    },
    get frame() {
      return frame;
    },
    news: () => {
      button.classList.add('on');
      state.textContent = words.news;
    },
  };
}
