/** Facts of which a higher version replaces a lower one, whatever order they arrive in. */
export type Versioned = { readonly version: number };

export type VersionedMap<K, V extends Versioned> = {
  readonly items: ReadonlyMap<K, V>;
  /** Versions of what was removed: a late fact must not bring it back. */
  readonly removed: ReadonlyMap<K, number>;
};

/** Enough for every fact that may still be on its way; older ones make room. */
const REMEMBERED = 500;

export const emptyVersioned = <K, V extends Versioned>(): VersionedMap<K, V> => ({
  items: new Map(),
  removed: new Map(),
});

const isNews = <K, V extends Versioned>(map: VersionedMap<K, V>, key: K, version: number): boolean => {
  const known = map.items.get(key)?.version ?? map.removed.get(key);
  return known === undefined || version > known;
};

export type Delta<K, V> = {
  readonly upsert: readonly V[];
  readonly remove?: readonly { readonly key: K; readonly version: number }[];
};

/** The map after a delta; the very same map when the delta told nothing new. */
export const mergeDelta = <K, V extends Versioned>(
  map: VersionedMap<K, V>,
  delta: Delta<K, V>,
  keyOf: (value: V) => K,
): VersionedMap<K, V> => {
  const items = new Map(map.items);
  const removed = new Map(map.removed);
  const next = { items, removed };
  let changed = false;
  for (const value of delta.upsert) {
    const key = keyOf(value);
    if (!isNews(next, key, value.version)) continue;
    items.set(key, value);
    removed.delete(key);
    changed = true;
  }
  for (const { key, version } of delta.remove ?? []) {
    // The removal of a version that is shown counts, though it is no higher.
    if ((items.get(key)?.version ?? removed.get(key) ?? -1) > version) continue;
    items.delete(key);
    removed.delete(key);
    removed.set(key, version);
    changed = true;
  }
  if (!changed) return map;
  for (const key of removed.keys()) {
    if (removed.size <= REMEMBERED) break;
    removed.delete(key);
  }
  return next;
};

/**
 * The map after the whole state was told. What is shown in a newer version stays in it, what was removed in a newer
 * one stays away; what the state does not name is gone.
 */
export const mergeWhole = <K, V extends Versioned>(
  map: VersionedMap<K, V>,
  whole: readonly V[],
  keyOf: (value: V) => K,
): VersionedMap<K, V> => {
  const items = new Map<K, V>();
  for (const value of whole) {
    const key = keyOf(value);
    const shown = map.items.get(key);
    const gone = map.removed.get(key);
    if (gone !== undefined && gone >= value.version) continue;
    items.set(key, shown !== undefined && shown.version >= value.version ? shown : value);
  }
  return { items, removed: map.removed };
};

/**
 * The same things, with every version forgotten: the server may have lost its memory and count afresh, and whatever
 * it says from now on is newer than what is shown.
 */
export const forgetVersions = <K, V extends Versioned>(map: VersionedMap<K, V>): VersionedMap<K, V> => ({
  items: new Map([...map.items].map(([key, value]) => [key, { ...value, version: -1 }])),
  removed: new Map(),
});
