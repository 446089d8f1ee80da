import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Shelf } from '../../state/shelf';
import { memoryShelf } from '../../testing/memory-shelf';
import { DEFAULT_PREFERENCES, parsePreferences } from './preferences';
import { createPreferencesStore } from './preferences-store';

describe('Preferences', () => {
  it('come back on the next shift', () => {
    const shelf = memoryShelf({});
    createPreferencesStore(shelf).change({ theme: 'dark', volume: 0.2, language: 'en' });
    expect(createPreferencesStore(shelf).store.getState()).toEqual({
      ...DEFAULT_PREFERENCES,
      theme: 'dark',
      volume: 0.2,
      language: 'en',
    });
  });

  it('are always whole, whatever the browser kept', () => {
    const kinds = Object.entries(DEFAULT_PREFERENCES).map(([key, value]) => [key, typeof value]);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc
            .record({
              theme: fc.jsonValue(),
              volume: fc.jsonValue(),
              soundOffers: fc.jsonValue(),
              language: fc.jsonValue(),
            })
            .map((o) => JSON.stringify(o)),
        ),
        (kept) => {
          const read = Object.entries(parsePreferences(kept)).map(([key, value]) => [key, typeof value]);
          expect(read).toEqual(kinds);
        },
      ),
    );
  });

  it('work in a browser that keeps nothing', () => {
    const refusing: Shelf = {
      getItem: () => {
        throw new Error('refused');
      },
      setItem: () => {
        throw new Error('refused');
      },
      removeItem: () => {
        throw new Error('refused');
      },
    };
    const { store, change } = createPreferencesStore(refusing);
    change({ theme: 'light' });
    expect(store.getState().theme).toBe('light');
  });
});
