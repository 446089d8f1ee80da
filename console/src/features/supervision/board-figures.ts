import type { Board, BoardPerson, DayCounts } from '@haven/shared/protocol/board';
import type { Instant } from '@haven/shared/units';

type Figures = {
  readonly waiting: number;
  readonly waitingSince: Instant | null;
  readonly served: number;
  /** Everybody's free places, each once. */
  readonly free: number;
  readonly today: DayCounts;
};

/** The whole house. */
export const figuresOf = ({ desks, people, today }: Board): Figures => {
  const since = desks.flatMap(({ waitingSince }) => waitingSince ?? []);
  return {
    waiting: desks.reduce((sum, { waiting }) => sum + waiting, 0),
    waitingSince: since.length === 0 ? null : Math.min(...since),
    served: desks.reduce((sum, { served }) => sum + served, 0),
    free: people.filter(isFree).reduce((sum, person) => sum + roomOf(person), 0),
    today,
  };
};

const isFree = ({ presence, isConnected, isStandby, desks }: BoardPerson): boolean =>
  presence === 'available' && isConnected && !isStandby && desks.length > 0;

const roomOf = ({ capacity, chats, otherwise }: BoardPerson): number =>
  Math.max(0, capacity - chats.length - otherwise);

/** Of those who were answered, how many within the target, in whole per cents; null while nobody was. */
export const soonShare = ({ answered, answeredSoon }: DayCounts): number | null =>
  answered === 0 ? null : Math.round((answeredSoon / answered) * 100);

const GROUPS = ['red', 'available', 'busy', 'pause', 'away'] as const;
export type PeopleGroup = {
  readonly group: (typeof GROUPS)[number];
  readonly people: readonly BoardPerson[];
};

/** Kept: making one for each comparison is what makes sorting names slow. */
const byName = new Intl.Collator();

const hasRed = ({ chats }: BoardPerson): boolean => chats.some(({ safety }) => safety === 'red');

/** Who has a red chat comes first, then by presence; within each group by name. */
export const inGroups = (people: readonly BoardPerson[]): readonly PeopleGroup[] => {
  const groups = new Map<PeopleGroup['group'], BoardPerson[]>(GROUPS.map((group) => [group, []]));
  for (const person of people) groups.get(hasRed(person) ? 'red' : person.presence)?.push(person);
  return GROUPS.map((group) => ({
    group,
    people: (groups.get(group) ?? []).sort((one, other) =>
      byName.compare(one.displayName, other.displayName),
    ),
  }));
};
