import type { ChatId } from '@haven/shared/ids';
import { useCallback, useEffect, useRef } from 'react';
import { useConsole } from '../../ui/console-context';

/** Milliseconds without a key after which nobody is typing any more. */
const PAUSE = 5_000;

/** Tells the visitor, inside the encryption, that an answer is being written. Leaving the chat takes it back. */
export const useTypingMark = (chat: ChatId): ((text: string) => void) => {
  const { actions } = useConsole();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = useCallback(() => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    actions.typing(chat, false);
  }, [actions, chat]);
  useEffect(() => stop, [stop]);
  return useCallback(
    (text) => {
      // A slash command is a search of one's own, not yet a word to the visitor.
      if (text.trim() === '' || /^\/\S*$/.test(text)) {
        stop();
        return;
      }
      clearTimeout(timer.current);
      timer.current = setTimeout(stop, PAUSE);
      actions.typing(chat, true);
    },
    [actions, chat, stop],
  );
};
