import type { TabStorage } from './kept-entry';

/**
 * Of sessionStorage, the one entry `name`, and only while nobody looks at the page. Browsers write sessionStorage to
 * disk a few seconds after a change and do not wipe there what is removed later. So while the page is in sight the
 * entry is held in memory. It is laid down when the page goes out of sight, which is the last a page hears before it is
 * loaded again or a phone discards it, and taken up at once when a page comes in sight.
 */
export function laidDownOutOfSight(page: Window, disk: NonNullable<TabStorage>, name: string): TabStorage {
  const isHidden = (): boolean => page.document.visibilityState === 'hidden';
  let held = disk.getItem(name);

  const takeUp = (): void => {
    if (!isHidden()) disk.removeItem(name);
  };
  const layDown = (): void => {
    try {
      if (held !== null) disk.setItem(name, held);
    } catch {
      // A storage that is full costs the way back, never the chat.
    }
  };

  takeUp();
  page.addEventListener('pagehide', layDown);
  page.addEventListener('pageshow', takeUp);
  page.document.addEventListener('visibilitychange', () => (isHidden() ? layDown() : takeUp()));
  return {
    getItem: () => held,
    setItem: (_name, value) => {
      held = value;
      if (isHidden()) layDown();
    },
    removeItem: () => {
      held = null;
      disk.removeItem(name);
    },
  };
}
