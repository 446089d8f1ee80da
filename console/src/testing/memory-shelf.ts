import type { Shelf } from '../state/shelf';

/** What a browser would keep. */
export const memoryShelf = (
  entries: Record<string, string> = {},
): Shelf & { readonly entries: Record<string, string> } => ({
  entries,
  getItem: (key) => entries[key] ?? null,
  setItem: (key, value) => {
    entries[key] = value;
  },
  removeItem: (key) => {
    Reflect.deleteProperty(entries, key);
  },
});
