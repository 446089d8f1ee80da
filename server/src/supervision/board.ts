import type { DeskId, RegionId, StaffId } from '@haven/shared/ids';
import type { Board, BoardPerson, BoardReach, DayCounts, RedChat } from '@haven/shared/protocol/board';
import { type Instant, minutes } from '@haven/shared/units';
import { mayAnswer } from '../desk/certified';
import { takesChats } from '../desk/intake';
import { isQueued } from '../desk/lines';
import { type DeskPlan, deskOf } from '../desk/plan';
import type { ChatRecord, DeskRecord, StaffRecord } from '../desk/records';
import { counsellorOf } from '../desk/refusals';
import { dutyOf } from '../desk/wait';
import type { KeptForBoard } from './kept';
import { countsAt, type DayTally, houseCounts, quartersOf } from './day-tally';
import { holesAhead, outlookOf } from './outlook';

/** The board but for its version and its moment. */
export type BoardContent = Omit<Board, 'version' | 'now'>;

/** What a board is made of: the records of the live state and what was counted today. */
export type BoardSight = {
  readonly chats: readonly ChatRecord[];
  readonly staff: readonly StaffRecord[];
  readonly desks: readonly DeskRecord[];
  readonly tally: DayTally;
  readonly kept: KeptForBoard;
};

type Place = Omit<Board['desks'][number], 'desk'>;

/** One look at every record, however many desks there are. */
export function boardOf(
  { chats, staff, desks: hands, tally, kept }: BoardSight,
  plan: DeskPlan,
  now: Instant,
): BoardContent {
  const desks = new Map<DeskId, Waiting>(plan.desks.map(({ id }) => [id, nobodyThere()]));
  const regions = new Map<RegionId, Waiting>();
  for (const { regions: served } of plan.desks) {
    for (const region of served) regions.set(region, nobodyThere());
  }
  for (const chat of chats) {
    note(desks.get(chat.desk), chat);
    if (chat.answers.region !== null) note(regions.get(chat.answers.region), chat);
  }
  const free = new Map<DeskId, number>();
  for (const each of staff) {
    const slots = freeSlots(each);
    for (const desk of slots > 0 ? each.duty.desks : []) free.set(desk, (free.get(desk) ?? 0) + slots);
  }
  const byHand = new Map(hands.map((each) => [each.desk, each]));
  const isOpen = staff.some((each) => dutyOf(each).onDuty > 0);
  const placeOf = (waiting: Waiting, desk: DeskId, today: DayCounts): Place => ({
    ...waiting,
    free: free.get(desk) ?? 0,
    isOpen: isOpen && takesChats(plan, desk, byHand.get(desk) ?? null, now),
    isPaused: byHand.get(desk)?.paused === true,
    isOverflowOpen: byHand.get(desk)?.opened === true,
    today,
  });
  const known = new Map(chats.map((chat) => [chat.chat, chat]));
  const people = new Map(staff.map((each) => [each.staffId, each]));
  return {
    desks: [...desks].map(([desk, waiting]) => ({
      desk,
      ...placeOf(waiting, desk, countsAt(tally, 'desk', desk)),
    })),
    regions: [...regions].map(([region, waiting]) => ({
      region,
      ...placeOf(waiting, deskOf(plan, region), countsAt(tally, 'region', region)),
    })),
    // An administrator's console is open, and serves nobody.
    people: staff.filter(({ role }) => role !== 'administrator').map((each) => personOf(each, known)),
    red: chats.flatMap((chat) => redOf(chat, people)).toSorted((one, other) => one.since - other.since),
    today: houseCounts(tally),
    quarters: quartersOf(tally),
    usual: kept.usual,
    thresholds: plan.desks.map(({ id }) => ({ desk: id, thresholds: kept.thresholdsOf(id) })),
    ahead: [...outlookOf(plan, now).ahead],
    holes: [...holesAhead(plan, now)],
  };
}

type Waiting = Pick<Place, 'waiting' | 'waitingSince' | 'served' | 'reach'>;
type Counting = { -readonly [K in keyof Waiting]: Waiting[K] };

const nobodyThere = (): Counting => ({ waiting: 0, waitingSince: null, served: 0, reach: null });

function note(place: Counting | undefined, chat: ChatRecord): void {
  if (place === undefined) return;
  if (isServed(chat)) place.served += 1;
  if (!isQueued(chat)) return;
  place.waiting += 1;
  place.waitingSince = Math.min(place.waitingSince ?? chat.arrival, chat.arrival);
  place.reach = further(place.reach, reachOf(chat));
}

const isServed = ({ phase }: ChatRecord): boolean => phase === 'active' || phase === 'transferring';

const REACHES: readonly BoardReach[] = ['desk', 'more-desks', 'everyone', 'standby'];

function reachOf({ reach }: ChatRecord): BoardReach {
  if (reach.standby) return 'standby';
  if (reach.everyone) return 'everyone';
  return reach.desks.length > 1 ? 'more-desks' : 'desk';
}

const further = (one: BoardReach | null, other: BoardReach): BoardReach =>
  one !== null && REACHES.indexOf(one) > REACHES.indexOf(other) ? one : other;

function freeSlots(staff: StaffRecord): number {
  const { duty, presence, capacity, chats } = staff;
  const isFree = duty.kind === 'duty' && !duty.ending && presence === 'available' && mayAnswer(staff);
  return isFree ? Math.max(0, capacity - chats.length) : 0;
}

function personOf(staff: StaffRecord, known: ReadonlyMap<string, ChatRecord>): BoardPerson {
  const mine = staff.chats
    .flatMap((id) => known.get(id) ?? [])
    .filter((chat) => isServed(chat) && chat.members.some(({ staffId }) => staffId === staff.staffId));
  return {
    staffId: staff.staffId,
    displayName: staff.displayName,
    desks: [...staff.duty.desks],
    isStandby: staff.duty.kind === 'standby',
    until: staff.duty.until,
    presence: staff.presence,
    since: staff.since,
    isConnected: staff.seats.length > 0,
    capacity: staff.capacity,
    chats: mine.map((chat) => ({ since: minuteOf(chat.claimedAt ?? chat.enteredAt), safety: chat.safety })),
    otherwise: staff.chats.length - mine.length,
    restedAt: staff.restedAt,
  };
}

/** A chat in its wrap-up is over: what was red about it is in good hands. */
function redOf(chat: ChatRecord, people: ReadonlyMap<StaffId, StaffRecord>): readonly RedChat[] {
  if (chat.safety !== 'red' || chat.phase === 'ended') return [];
  const counsellor = counsellorOf(chat);
  const lost = counsellor === null ? undefined : people.get(counsellor.staffId)?.lost;
  return [
    {
      desk: chat.desk,
      staffId: counsellor?.staffId ?? null,
      since: minuteOf(chat.claimedAt ?? chat.enteredAt),
      aloneSince: counsellor === null ? chat.arrival : (lost?.since ?? null),
    },
  ];
}

/** Coarse, so that a line of the board is no name of a chat. */
const minuteOf = (at: Instant): Instant => at - (at % minutes(1));
