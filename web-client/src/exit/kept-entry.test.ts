// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { kept } from '../chat/testing/facts';
import { forget, keep, readKept, type TabStorage } from './kept-entry';

beforeEach(() => sessionStorage.clear());

describe('The one entry in the tab', () => {
  it('is there until it is forgotten', () => {
    keep(sessionStorage, kept());
    expect(sessionStorage).toHaveLength(1);
    expect(readKept(sessionStorage)).toEqual(kept());
    forget(sessionStorage);
    expect(sessionStorage).toHaveLength(0);
  });

  it.each(['', 'null', '{', '[]', '{"chat":1}', '{"chat":"a","epoch":"2","seed":"s","capability":"c"}'])(
    'is no entry when it reads %j',
    (text) => {
      sessionStorage.setItem('n', text);
      expect(readKept(sessionStorage)).toBeNull();
    },
  );

  it('is not kept, and does no harm, where the browser keeps nothing', () => {
    const full: TabStorage = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
      removeItem: () => undefined,
    };
    for (const storage of [full, null]) {
      keep(storage, kept());
      expect(readKept(storage)).toBeNull();
      forget(storage);
    }
  });
});
