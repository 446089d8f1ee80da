import { useEffect, useMemo } from 'react';
import { useLocation } from 'wouter';
import { useConsole, useSlice } from '../../ui/console-context';
import { DESK_PATH, type Page, pagesFor } from './pages';

/** Those of the person who is signed in. */
export const usePages = (): readonly Page[] => {
  const { stores } = useConsole();
  const role = useSlice(stores.signIn, ({ state }) =>
    state.kind === 'signed-in' ? state.identity.role : null,
  );
  return useMemo(() => (role === null ? [] : pagesFor(role)), [role]);
};

/** Whatever brings a chat, or a part of the desk, to the front brings the desk to the front. */
export const useToDesk = (): void => {
  const { stores } = useConsole();
  const [location, navigate] = useLocation();
  useEffect(
    () =>
      stores.view.store.subscribe((view, before) => {
        if (view.calls !== before.calls && location !== DESK_PATH) navigate(DESK_PATH);
      }),
    [stores, location, navigate],
  );
};
