import type { BoardChange } from '@haven/shared/protocol/board';
import type { BoardContent } from './board';

/** The difference between two boards; null when there is none. */
export type Difference = Omit<BoardChange, 'from' | 'version' | 'now'>;

export function differenceOf(before: BoardContent, after: BoardContent): Difference | null {
  const left = new Set(before.people.map(({ staffId }) => staffId));
  for (const { staffId } of after.people) left.delete(staffId);
  const difference = {
    desks: changed(before.desks, after.desks, ({ desk }) => desk),
    regions: changed(before.regions, after.regions, ({ region }) => region),
    people: changed(before.people, after.people, ({ staffId }) => staffId),
    gone: [...left],
    ...wholesOf(before, after),
  };
  const { desks, regions, people, gone, ...wholes } = difference;
  const rows = desks.length + regions.length + people.length + gone.length;
  const isEmpty = rows === 0 && Object.keys(wholes).length === 0 && !hasLostPlaces(before, after);
  return isEmpty ? null : difference;
}

/** A desk or a region was retired. No change can say so: whoever watches is to ask for the whole. */
export function hasLostPlaces(before: BoardContent, after: BoardContent): boolean {
  const desks = new Set(after.desks.map(({ desk }) => desk));
  const regions = new Set(after.regions.map(({ region }) => region));
  return (
    before.desks.some(({ desk }) => !desks.has(desk)) ||
    before.regions.some(({ region }) => !regions.has(region))
  );
}

const WHOLES = ['today', 'red', 'quarters', 'usual', 'ahead', 'holes', 'thresholds'] as const;
type Wholes = Pick<BoardContent, (typeof WHOLES)[number]>;

/** What is told as a whole, where it differs. */
const wholesOf = (before: Wholes, after: Wholes): Partial<Wholes> =>
  Object.fromEntries(
    WHOLES.filter((name) => !same(before[name], after[name])).map((name) => [name, after[name]]),
  );

function changed<T>(before: readonly T[], after: readonly T[], nameOf: (row: T) => string): T[] {
  const known = new Map(before.map((row) => [nameOf(row), row]));
  return after.filter((row) => !same(row, known.get(nameOf(row))));
}

/** Rows are made in one place, so equal ones read the same. A row is compared with its successor once, and written once. */
const same = (one: unknown, other: unknown): boolean => textOf(one) === textOf(other);

const texts = new WeakMap<object, string>();

function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value);
  texts.set(value, text);
  return text;
}
