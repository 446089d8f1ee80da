import { isSame } from '@haven/shared/same';

/** What was typed, on what a colleague made of it: what was not touched becomes theirs, what was touched stays. */
export function onto<D extends object>(before: D, theirs: D, typed: D): D {
  const names = Object.keys(typed) as (keyof D)[];
  return names.reduce<D>(
    (all, name) => (isSame(before[name], typed[name]) ? { ...all, [name]: theirs[name] } : all),
    typed,
  );
}
