import { createStore } from 'zustand/vanilla';
import { attempt, type Shelf } from '../../state/shelf';
import { parsePreferences, type Preferences } from './preferences';

const KEY = 'haven-console-preferences';

export const createPreferencesStore = (shelf: Shelf | null) => {
  const kept = attempt(() => shelf?.getItem(KEY) ?? null);
  const store = createStore<Preferences>(() => parsePreferences(kept));
  return {
    store,
    change: (change: Partial<Preferences>) => {
      store.setState(change);
      attempt(() => shelf?.setItem(KEY, JSON.stringify(store.getState())));
    },
  };
};
