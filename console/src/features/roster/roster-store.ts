import { createStore } from 'zustand/vanilla';

/** Counts what the server said of changes of the roster: whoever shows a part of it asks again. */
export const createRosterStore = () => {
  const store = createStore<{ readonly revision: number }>(() => ({ revision: 0 }));
  return {
    store,
    changed: () => store.setState(({ revision }) => ({ revision: revision + 1 })),
  };
};
