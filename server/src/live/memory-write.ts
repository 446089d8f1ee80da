import type { ChatId } from '@haven/shared/ids';
import type { Instant } from '@haven/shared/units';
import type { Changes } from '../desk/changes';
import type { DeskFact } from '../desk/facts';
import { QUEUE, queueName } from '../desk/lines';
import { serviceAfter } from '../desk/wait';
import { MOVED_UP, TOLD_OF_DUTY } from './desk-store';
import { sightIn } from './memory-scene';
import { type MemoryTables, setIn, writeSet } from './memory-tables';

/** Carries out a decision. Returns all its facts. */
export function writeChanges(tables: MemoryTables, changes: Changes, now: Instant): readonly DeskFact[] {
  const wasOpen = tables.duty.onDuty > 0;
  tables.commits += 1;
  for (const { id, after } of changes.chats) put(tables.chats, id, after);
  for (const { id, after } of changes.staff) put(tables.staff, id, after);
  for (const { id, after } of changes.desks) put(tables.desks, id, after);
  for (const { set, member, score } of changes.sets) writeSet(tables, set, member, score);
  for (const { chat } of changes.leftQueue) tables.places.delete(chat);
  const { onDuty, slots, taken } = changes.duty;
  tables.duty = {
    onDuty: tables.duty.onDuty + onDuty,
    slots: tables.duty.slots + slots,
    taken: tables.duty.taken + taken,
  };
  if (changes.served !== null) tables.service = serviceAfter(tables.service, changes.served);
  if (changes.unproven) tables.unproven = [...tables.unproven, now];
  const flipped = wasOpen !== tables.duty.onDuty > 0;
  const sights = sightFacts(tables, changes, flipped);
  return [...changes.facts, ...sights, ...changes.notices];
}

function put<Id, T>(table: Map<Id, T>, id: Id, record: T | null): void {
  if (record === null) table.delete(id);
  else table.set(id, record);
}

function sightFacts(tables: MemoryTables, changes: Changes, flipped: boolean): readonly DeskFact[] {
  const changed = new Set<string>(changes.sights.map(({ record }) => record.chat));
  const desks = [...new Set(changes.leftQueue.map(({ desk }) => desk))];
  const waiting = [
    ...desks.flatMap((desk) => setIn(tables, queueName(desk)).page(0, MOVED_UP)),
    ...(flipped ? setIn(tables, QUEUE).page(0, TOLD_OF_DUTY) : []),
  ];
  const others = [...new Set(waiting)]
    .filter((chat) => !changed.has(chat))
    .flatMap((chat) => tables.chats.get(chat as ChatId) ?? [])
    .map((record) => ({ record, audience: [] }));
  return [...changes.sights, ...others].map(({ record, audience }) => ({
    kind: 'chat',
    sight: sightIn(tables, record),
    audience,
  }));
}
