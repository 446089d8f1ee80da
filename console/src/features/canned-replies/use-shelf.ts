import type { ReplyShelf } from '@haven/shared/protocol/canned-replies';
import { useCallback } from 'react';
import { useConsole } from '../../ui/console-context';

/** What a shelf is called. */
export const useShelfName = () => {
  const { stores, t, language } = useConsole();
  return useCallback(
    (shelf: ReplyShelf): string => {
      if (shelf.kind !== 'desk') return t(`replies.shelf.${shelf.kind}`);
      const desks = stores.desk.store.getState().organisation?.desks ?? [];
      return desks.find(({ id }) => id === shelf.desk)?.name[language] ?? shelf.desk;
    },
    [stores, t, language],
  );
};
