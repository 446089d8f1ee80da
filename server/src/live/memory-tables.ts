import type { ChatId, DeskId, StaffId } from '@haven/shared/ids';
import type { Instant, Milliseconds } from '@haven/shared/units';
import type { ChatRecord, DeskRecord, StaffRecord } from '../desk/records';
import { type Duty, OFF_DUTY, USUAL_SERVICE } from '../desk/wait';
import { SortedSet } from './sorted-set';

/** The desk's live state in this process. */
export type MemoryTables = {
  readonly chats: Map<ChatId, ChatRecord>;
  readonly staff: Map<StaffId, StaffRecord>;
  readonly desks: Map<DeskId, DeskRecord>;
  readonly sets: Map<string, SortedSet>;
  /** The lowest place each waiting visitor was shown. */
  readonly places: Map<ChatId, number>;
  /** When chats entered without proof of work, of late. */
  unproven: readonly Instant[];
  duty: Duty;
  service: Milliseconds;
  lastArrival: number;
  /** How many decisions were carried out. */
  commits: number;
  readonly since: Instant;
};

export const memoryTables = (since: Instant): MemoryTables => ({
  chats: new Map(),
  staff: new Map(),
  desks: new Map(),
  sets: new Map(),
  places: new Map(),
  unproven: [],
  duty: OFF_DUTY,
  service: USUAL_SERVICE,
  lastArrival: 0,
  commits: 0,
  since,
});

const EMPTY = new SortedSet();

export const setIn = (tables: MemoryTables, name: string): SortedSet => tables.sets.get(name) ?? EMPTY;

export function writeSet(tables: MemoryTables, name: string, member: string, score: number | null): void {
  const set = tables.sets.get(name) ?? new SortedSet();
  if (score === null) set.remove(member);
  else set.set(member, score);
  if (set.size > 0) tables.sets.set(name, set);
  else tables.sets.delete(name);
}
