import type { Alarm } from '@haven/shared/board/alarms';
import type { DeskId } from '@haven/shared/ids';
import type { Board, BoardPerson } from '@haven/shared/protocol/board';

type DeskRow = Board['desks'][number];
export type WallDesk = DeskRow & { readonly look: 'grave' | 'hot' | 'calm'; readonly isHole: boolean };

/** Than anybody who waits. */
const LATER = Number.MAX_SAFE_INTEGER;
const LOOKS = ['grave', 'hot', 'calm'] as const;

/** The desks that need somebody first; among equals, whoever waits longest. The others stay where they are. */
export function wallDesks(
  { desks, red }: Pick<Board, 'desks' | 'red'>,
  alarms: readonly Alarm[],
  isHole: (desk: DeskId) => boolean,
): readonly WallDesk[] {
  const grave = new Set([
    ...alarms.map(({ desk }) => desk),
    ...red.filter(({ aloneSince }) => aloneSince !== null).map(({ desk }) => desk),
  ]);
  const lookOf = (row: DeskRow): WallDesk['look'] => {
    if (grave.has(row.desk) || isHole(row.desk)) return 'grave';
    return row.waiting > row.free ? 'hot' : 'calm';
  };
  return desks
    .map((row) => ({ ...row, look: lookOf(row), isHole: isHole(row.desk) }))
    .toSorted(
      (one, other) =>
        LOOKS.indexOf(one.look) - LOOKS.indexOf(other.look) ||
        (one.waitingSince ?? LATER) - (other.waitingSince ?? LATER),
    );
}

/** How many are there, by what they are at; who lost her connection is not there. */
export const presencesOf = (people: readonly BoardPerson[]) => {
  const count = (presence: BoardPerson['presence']) =>
    people.filter((person) => person.isConnected && !person.isStandby && person.presence === presence).length;
  return { available: count('available'), busy: count('busy'), pause: count('pause') };
};
