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

export type WallPage<T> = {
  readonly shown: readonly T[];
  /** Which of how many pages; one where nothing turns. */
  readonly page: number;
  readonly pages: number;
};

/**
 * What stands on the wall when there is room for so many: whoever needs somebody stays, in up to half of the places, and
 * the others take turns in the rest, so that no desk is left out.
 */
export function wallPage<T extends Pick<WallDesk, 'look'>>(
  desks: readonly T[],
  room: number,
  turn: number,
): WallPage<T> {
  if (desks.length <= room) return { shown: desks, page: 0, pages: 1 };
  const needy = desks.filter(({ look }) => look !== 'calm').length;
  const kept = Math.min(needy, Math.floor(room / 2));
  const places = Math.max(1, room - kept);
  const others = desks.slice(kept);
  const pages = Math.ceil(others.length / places);
  const page = turn % pages;
  const from = Math.min(page * places, Math.max(0, others.length - places));
  return { shown: [...desks.slice(0, kept), ...others.slice(from, from + places)], page, pages };
}

/** How many are there, by what they are at; who lost her connection is not there. */
export const presencesOf = (people: readonly BoardPerson[]) => {
  const count = (presence: BoardPerson['presence']) =>
    people.filter((person) => person.isConnected && !person.isStandby && person.presence === presence).length;
  return { available: count('available'), busy: count('busy'), pause: count('pause') };
};
