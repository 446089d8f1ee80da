import type { StaffId } from '@haven/shared/ids';
import type { Desk } from './decision';
import type { Pool } from './lines';
import type { StaffRecord } from './records';
import { PAGE } from './scene';

/** The first who could be rung, looking through the pools in their order; takes as many looks as are excepted. */
export function firstFree(
  desk: Desk,
  pools: readonly Pool[],
  except: readonly StaffId[],
): StaffRecord | null {
  for (const pool of pools) {
    for (let from = 0; ; from += PAGE) {
      const names = desk.free(pool, from);
      const found = names.find((staffId) => !except.includes(staffId));
      if (found !== undefined) return desk.staff(found);
      if (names.length < PAGE) break;
    }
  }
  return null;
}
