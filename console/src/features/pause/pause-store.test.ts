import { minutes } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import { NIGHT } from '../../testing/duty-desk';
import { memoryShelf } from '../../testing/memory-shelf';
import { createPauseStore } from './pause-store';

describe('How long Fatima meant to rest', () => {
  it('is known after her tab was reloaded, until the pause is over', () => {
    const shelf = memoryShelf();
    createPauseStore(shelf).begin(NIGHT + minutes(10));
    const reloaded = createPauseStore(shelf);
    expect(reloaded.store.getState().until).toBe(NIGHT + minutes(10));
    reloaded.forget();
    expect(createPauseStore(shelf).store.getState().until).toBeNull();
    expect(shelf.entries).toEqual({});
  });

  it('is not known where the browser keeps nothing, or something else', () => {
    expect(createPauseStore(null).store.getState().until).toBeNull();
    const shelf = memoryShelf({ 'haven-console-pause': 'morgen' });
    expect(createPauseStore(shelf).store.getState().until).toBeNull();
  });
});
