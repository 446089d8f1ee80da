import type { StaffId } from '@haven/shared/ids';
import type { Desk } from './decision';
import type { Pool } from './lines';
import { idleScore } from './order';
import type { StaffRecord } from './records';
import { PAGE } from './scene';

/** Who could be rung: of the first tier of pools that has anybody, whoever has been idle longest. */
export function firstFree(
  desk: Desk,
  tiers: readonly (readonly Pool[])[],
  except: readonly StaffId[],
): StaffRecord | null {
  for (const pools of tiers) {
    let first: StaffRecord | null = null;
    for (const pool of pools) {
      const found = firstOf(desk, pool, except);
      if (found && (first === null || comesBefore(found, first))) first = found;
    }
    if (first !== null) return first;
  }
  return null;
}

/** Takes as many looks as are excepted. */
function firstOf(desk: Desk, pool: Pool, except: readonly StaffId[]): StaffRecord | null {
  for (let from = 0; ; from += PAGE) {
    const names = desk.free(pool, from);
    const found = names.find((staffId) => !except.includes(staffId));
    if (found !== undefined) return desk.staff(found);
    if (names.length < PAGE) return null;
  }
}

/** As the pools are sorted. */
function comesBefore(one: StaffRecord, other: StaffRecord): boolean {
  const difference = idleScore(one) - idleScore(other);
  return difference < 0 || (difference === 0 && one.staffId < other.staffId);
}
