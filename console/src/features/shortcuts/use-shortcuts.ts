import { useEffect } from 'react';
import { useConsole } from '../../ui/console-context';
import { focusPlace } from '../../ui/focus-marks';
import { runShortcut } from './run-shortcut';
import { shortcutOf } from './shortcuts';

const TEXT_INPUTS =
  'textarea, [contenteditable], input:not([type="radio"]):not([type="checkbox"]):not([type="range"])';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(TEXT_INPUTS) !== null;

/** While a dialog asks something, only an offer may be answered beside it. */
const DURING_DIALOG: ReadonlySet<string> = new Set(['accept', 'decline']);

export const useShortcuts = () => {
  const { stores, actions } = useConsole();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = shortcutOf(
        {
          code: event.code,
          key: event.key,
          altKey: event.altKey,
          ctrlKey: event.ctrlKey,
          metaKey: event.metaKey,
          shiftKey: event.shiftKey,
          altGraph: event.getModifierState('AltGraph'),
          repeat: event.repeat,
          composing: event.isComposing,
        },
        { typing: isTyping(event.target), singleKeys: stores.preferences.store.getState().singleKeys },
      );
      if (action === null) return;
      event.preventDefault();
      if (stores.view.store.getState().dialog !== null && !DURING_DIALOG.has(action)) return;
      runShortcut(action, { stores, actions, focus: focusPlace });
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [stores, actions]);
};
