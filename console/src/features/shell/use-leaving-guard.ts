import { useEffect } from 'react';
import type { Stores } from '../../state/stores';
import { useConsole } from '../../ui/console-context';
import { hasUnsent } from '../chat/unread';

/** Something would be lost with this tab: a draft, a note, a message that is not delivered. */
export const wouldLose = ({ drafts, notes, conversations }: Stores): boolean =>
  drafts.any() ||
  notes.any() ||
  [...conversations.store.getState().chats.values()].some(({ items }) => hasUnsent(items));

/** The browser asks before the tab closes or reloads, only while something would be lost. */
export const useLeavingGuard = () => {
  const { stores } = useConsole();
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (stores.signIn.store.getState().state.kind === 'signed-in' && wouldLose(stores))
        event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [stores]);
};
