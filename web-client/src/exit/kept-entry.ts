import type { KeptEntry } from '@haven/shared/endpoint/visitor-worker';
import { laidDownOutOfSight } from './out-of-sight';

/** The one entry that a chat leaves in this tab while it lasts. Its name says nothing. */
const NAME = 'n';

/** What of Storage is needed; null where the browser refuses it, and a reload then starts anew. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;

export function tabStorage(page: Window): TabStorage {
  try {
    return laidDownOutOfSight(page, page.sessionStorage, NAME);
  } catch {
    return null;
  }
}

const isKeptEntry = (value: unknown): value is KeptEntry =>
  typeof value === 'object' &&
  value !== null &&
  'chat' in value &&
  typeof value.chat === 'string' &&
  'epoch' in value &&
  typeof value.epoch === 'number' &&
  'seed' in value &&
  typeof value.seed === 'string' &&
  'capability' in value &&
  typeof value.capability === 'string';

export function readKept(storage: TabStorage): KeptEntry | null {
  try {
    const value: unknown = JSON.parse(storage?.getItem(NAME) ?? 'null');
    return isKeptEntry(value) ? value : null;
  } catch {
    return null;
  }
}

/** A full or forbidden storage costs the way back after a reload, never the chat. */
export function keep(storage: TabStorage, entry: KeptEntry): void {
  try {
    storage?.setItem(NAME, JSON.stringify(entry));
  } catch {
    forget(storage);
  }
}

export function forget(storage: TabStorage): void {
  try {
    storage?.removeItem(NAME);
  } catch {
    // Storage that cannot be reached holds nothing of ours.
  }
}
