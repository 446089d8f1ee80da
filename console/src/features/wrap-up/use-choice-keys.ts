import type { StaffChat } from '@haven/shared/protocol/chat';
import { type RefObject, useEffect, useRef } from 'react';
import { useConsole } from '../../ui/console-context';
import { CHOICES, choose } from './wrap-up-draft';

/** Milliseconds without a key before keys mean choices: the end of a sentence that was meant for the visitor does not. */
const QUIET = 1_000;

type ChoiceKeys = {
  readonly panel: RefObject<HTMLElement | null>;
  readonly chat: StaffChat;
  /** She ended the chat herself, so no key of hers was meant for the visitor. */
  readonly isReady: boolean;
};

/** One key, one choice, wherever in the panel the focus is. */
export const useChoiceKeys = ({ panel, chat, isReady }: ChoiceKeys): void => {
  const { stores } = useConsole();
  const { clock, wrapUps, preferences } = stores;
  const last = useRef({ at: clock.now(), isQuiet: isReady });
  useEffect(() => {
    const element = panel.current;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.key.length > 1) return;
      if (!preferences.store.getState().singleKeys) return;
      const now = clock.now();
      const isQuiet = last.current.isQuiet || now - last.current.at >= QUIET;
      last.current = { at: now, isQuiet };
      const choice = CHOICES.find(({ key }) => key === event.key.toLowerCase());
      if (choice === undefined || event.repeat || !isQuiet) return;
      event.preventDefault();
      wrapUps.patch(chat, { draft: choose(wrapUps.read(chat).draft, choice) });
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [panel, chat, clock, wrapUps, preferences]);
};
