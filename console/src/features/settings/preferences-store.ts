import { createStore } from 'zustand/vanilla';
import { parsePreferences, type Preferences } from './preferences';

/** localStorage, or a map in tests. A browser that refuses it costs the memory, not the console. */
export type Shelf = {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
};

const KEY = 'haven-console-preferences';

const attempt = <T>(action: () => T): T | null => {
  try {
    return action();
  } catch {
    return null;
  }
};

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
