import type { StaffId } from '../ids';
import type { Conflict } from '../protocol/roster-conflict';
import { hours } from '../units';
import { byStart, type Shift } from './roster';

/** The rest between two shifts that Dutch law asks for. */
export const REST = hours(11);

/** What speaks against these shifts standing together. Each pair once, at its later shift. */
export function conflictsIn(shifts: readonly Shift[], staff: ReadonlySet<StaffId>): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  const earlier = new Map<StaffId, Shift[]>();
  for (const each of [...shifts].sort(byStart)) {
    const { staffId, id: shift } = each;
    const about = { staffId, shift, time: timeOf(each) };
    if (!staff.has(staffId)) conflicts.push({ kind: 'left', ...about });
    const recent = (earlier.get(staffId) ?? []).filter(({ until }) => until > each.from - REST);
    for (const before of recent) {
      const both = { ...about, with: before.id, withTime: timeOf(before) };
      if (before.until > each.from) {
        conflicts.push({ kind: 'double-booking', ...both });
      } else if (needsRest(before, each)) {
        conflicts.push({ kind: 'short-rest', ...both, rest: each.from - before.until });
      }
    }
    earlier.set(staffId, [...recent, each]);
  }
  return conflicts;
}

const timeOf = ({ from, until }: Shift) => ({ from, until });

/** Warnings are told; everything else is refused. */
export const isRefused = ({ kind }: Conflict): boolean => kind !== 'short-rest';

/** Two shifts that touch are one longer one, and on standby one sleeps at home. */
const needsRest = (before: Shift, after: Shift): boolean =>
  before.until < after.from && before.kind === 'duty' && after.kind === 'duty';
