import type { Shift } from './roster';

/** What publishing would change. */
export type Difference = {
  readonly added: readonly Shift[];
  readonly removed: readonly Shift[];
  readonly changed: readonly { readonly before: Shift; readonly after: Shift }[];
};

export function differenceOf(published: readonly Shift[], draft: readonly Shift[]): Difference {
  const before = new Map(published.map((each) => [each.id, each]));
  const after = new Map(draft.map((each) => [each.id, each]));
  return {
    added: draft.filter(({ id }) => !before.has(id)),
    removed: published.filter(({ id }) => !after.has(id)),
    changed: draft.flatMap((each) => {
      const old = before.get(each.id);
      return old === undefined || isSame(old, each) ? [] : [{ before: old, after: each }];
    }),
  };
}

const isSame = (a: Shift, b: Shift): boolean =>
  a.staffId === b.staffId &&
  a.from === b.from &&
  a.until === b.until &&
  a.general === b.general &&
  a.kind === b.kind &&
  a.regions.length === b.regions.length &&
  a.regions.every((region) => b.regions.includes(region));
