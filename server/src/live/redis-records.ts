import type { StaffId } from '@haven/shared/ids';
import type { ChatSight } from '../desk/facts';
import type { ChatRecord, DeskRecord, StaffRecord } from '../desk/records';
import { isQueued } from '../desk/lines';
import { type Load, waitBand } from '../desk/wait';
import type { RedisReply } from './redis-connection';

/** A record as its value in Redis: what the scripts need stands before the JSON. */
export const encodeChat = (chat: ChatRecord): string =>
  `${chat.version}|${chat.desk}|${staffOf(chat).join(',')}|${JSON.stringify(chat)}`;

export const encodeStaff = (staff: StaffRecord): string =>
  `${staff.version}||${staff.chats.join(',')}|${JSON.stringify(staff)}`;

export const encodeDesk = (desk: DeskRecord): string => `${desk.version}|||${JSON.stringify(desk)}`;

function staffOf({ members, ringing, transfer, consult }: ChatRecord): readonly StaffId[] {
  const asked = transfer ?? consult;
  const names = [...members.map(({ staffId }) => staffId), ringing?.to, asked?.to, asked?.by];
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** Values in Redis are our own writing, so their shape is trusted. */
export const decodeChat = (value: string): ChatRecord | null => decode(value) as ChatRecord | null;
export const decodeStaff = (value: string): StaffRecord | null => decode(value) as StaffRecord | null;
export const decodeDesk = (value: string): DeskRecord | null => decode(value) as DeskRecord | null;

/** For who reads all records again and again: those that are as they were at the last reading are the same objects. */
export function createDecoder<T>(
  decodeOne: (value: string) => T | null,
): (values: readonly string[]) => readonly T[] {
  let known = new Map<string, T>();
  return (values) => {
    const next = new Map<string, T>();
    for (const value of values) {
      const record = known.get(value) ?? decodeOne(value);
      if (record !== null) next.set(value, record);
    }
    known = next;
    return [...next.values()];
  };
}

function decode(value: string): unknown {
  if (value === '') return null;
  let start = 0;
  for (let bar = 0; bar < 3; bar += 1) start = value.indexOf('|', start) + 1;
  return JSON.parse(value.slice(start));
}

export const listIn = (reply: RedisReply | undefined): readonly RedisReply[] =>
  Array.isArray(reply) ? (reply as readonly RedisReply[]) : [];
export const textsIn = (reply: RedisReply | undefined): readonly string[] => listIn(reply).map(String);

export type Sums = Load & { readonly since: number };

export function decodeSums(reply: RedisReply | undefined): Sums {
  const [since = 0, onDuty = 0, slots = 0, taken = 0, service = 0, waiting = 0] = listIn(reply).map(Number);
  return { since, onDuty, slots, taken, service, waiting };
}

export function decodeSight(reply: RedisReply, load: Load): ChatSight | null {
  const [, value = '', place = 0, ahead = 0] = listIn(reply);
  const record = decodeChat(String(value));
  return record && sightWith(record, Number(place), Number(ahead), load);
}

export const sightWith = (record: ChatRecord, place: number, ahead: number, load: Load): ChatSight => ({
  record,
  place: isQueued(record) ? place : null,
  band: waitBand(ahead, load),
});

/** id and value by turns, as a table; null: there is none. */
export function decodePairs<Id extends string, T>(
  reply: RedisReply | undefined,
  decodeOne: (value: string) => T,
): ReadonlyMap<Id, T> {
  const parts = textsIn(reply);
  const table = new Map<Id, T>();
  for (let at = 0; at + 1 < parts.length; at += 2) table.set(parts[at] as Id, decodeOne(parts[at + 1] ?? ''));
  return table;
}
