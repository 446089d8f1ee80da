import { useEffect } from 'react';
import type { Stores } from '../../state/stores';
import { useConsole } from '../../ui/console-context';
import { hasUnsent } from '../chat/unread';

/**
 * Something would be lost with this tab: a draft, also to a colleague or of what the organisation says of itself, a
 * note, a message of a chat that goes on and is not delivered; the root that is being made.
 */
export const wouldLose = ({
  chats,
  colleagues,
  drafts,
  notes,
  organisation,
  conversations,
  trust,
}: Stores): boolean =>
  notes.any() ||
  trust.store.getState().isMaking ||
  organisation.isWriting() ||
  [...colleagues.store.getState().drafts.values()].some((text) => text.trim() !== '') ||
  chats.store.getState().ordered.some(({ chat, phase }) => {
    const items = conversations.store.getState().chats.get(chat)?.items ?? [];
    return phase !== 'ended' && (drafts.read(chat).trim() !== '' || hasUnsent(items));
  });

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
