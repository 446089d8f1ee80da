import type { Roster } from '@haven/shared/roster/roster';
import { workedBy } from '@haven/shared/roster/worked-by';
import { type Directory, whoTakesChats } from '../organisation/directory';

type Deps = {
  readonly roster: () => Roster | null;
  readonly directory: Pick<Directory, 'current'>;
};

/**
 * The published roster with those who work here now: what somebody leaves open who has left is a hole, and is told and
 * overflows as one. The same object while neither has changed, for much is remembered by it.
 */
export function createWorkedRoster({ roster, directory }: Deps): () => Roster | null {
  let made: { readonly from: Roster; readonly staff: object; readonly roster: Roster } | null = null;
  return () => {
    const from = roster();
    if (from === null) return null;
    const snapshot = directory.current();
    if (made?.from === from && made.staff === snapshot) return made.roster;
    const shifts = workedBy(from.shifts, whoTakesChats(snapshot));
    const worked = shifts === from.shifts ? from : { ...from, shifts };
    made = { from, staff: snapshot, roster: worked };
    return worked;
  };
}
