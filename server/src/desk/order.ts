import type { ChatRecord, StaffRecord } from './records';

/**
 * Above any time in milliseconds until the year 2109, and small enough that eight of it and a time are exact in a
 * double: so one number sorts first by the class, then by the time.
 */
const CLASS = 2 ** 42;

/** Sorts the queue: by priority, then first in, first out. */
export const queueScore = (chat: Pick<ChatRecord, 'priority' | 'arrival'>): number =>
  chat.priority * CLASS + chat.arrival;

/** Sorts who is free: who has fewer chats first, then who has been idle longest. */
export const idleScore = (staff: Pick<StaffRecord, 'chats' | 'idleSince'>): number =>
  staff.chats.length * CLASS + staff.idleSince;
