import { element, toggleHost } from './element';
import type { Settings } from './settings';
import { dress } from './styles';
import type { Words } from './words';

export type ExitBar = {
  /** Whether the chat is open under it or folded away; the exit itself stays. */
  readonly over: (open: boolean) => void;
  /** The quiet count of Shift presses. */
  readonly count: (presses: number) => void;
};

/** First in the document, so first for the keyboard; in the top layer where there is one, so above any notice. */
export function exitBar(settings: Settings, words: Words, leave: () => void, fold: () => void): ExitBar {
  const plain = settings.theme === 'disguise';
  const host = element('div', { className: 'bar', popover: 'manual' });
  const exit = element('a', { className: 'exit', href: settings.exitUrl }, plain ? words.close : words.exit);
  exit.onclick = (event) => {
    event.preventDefault();
    leave();
  };
  const spoken = element('span', { role: 'status' });
  const count = element('span', {});
  const hint = element('span', { className: 'hint' }, spoken, ' ', count);
  const hide = element('button', { type: 'button', className: 'hide', onclick: fold }, words.hide);
  const line = element(
    'div',
    { className: 'line', role: 'region', 'aria-label': words.region },
    exit,
    hint,
    hide,
  );
  const root = host.attachShadow({ mode: 'open' });
  root.append(line);
  line.classList.toggle('plain', plain);
  document.body.prepend(host);
  dress(root);
  toggleHost(host, true);
  host.showPopover?.();
  return {
    over: (open) => {
      host.classList.toggle('small', !open);
      hint.hidden = hide.hidden = !open;
      // Said once it is there, so that it is read out.
      spoken.textContent = open ? words.hint : '';
    },
    count: (presses) => {
      count.textContent = '●'.repeat(presses);
    },
  };
}
