import type { ChatId } from '@haven/shared/ids';
import { useEffect } from 'react';
import { useConsole } from '../../ui/console-context';

/** What stands at the end of the open conversation, in a tab in front of somebody, counts as read. */
export const useSeen = (chat: ChatId, atEnd: boolean, length: number): void => {
  const { stores } = useConsole();
  useEffect(() => {
    const look = () => {
      if (atEnd && length > 0 && document.visibilityState === 'visible') stores.conversations.see(chat);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [stores, chat, atEnd, length]);
};
