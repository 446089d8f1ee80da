import type { DeskId } from '@haven/shared/ids';
import type { Language } from '@haven/shared/protocol/organisation';
import { idleScore, queueScore } from './order';
import { CIRCLE, type ChatRecord, type StaffRecord } from './records';

/**
 * The sorted sets by which the live state finds the first without looking at the rest. Each record says which sets
 * it is in and with which score; nothing else ever decides it.
 *
 * - `queue:*`, `queue:DESK`: all that wait or ring, for places and lists.
 * - `wait:DESK:LANGUAGE` or `wait:*`: chats that could ring now, each in exactly one.
 * - `free:DESK:LANGUAGE`, with `*` for any: counsellors who could be rung now, each in all that fit.
 */
export type SetName = string;
export type SetScores = ReadonlyMap<SetName, number>;

/** The free of a desk, of a language; null: of any. */
export type Pool = { readonly desk: DeskId | null; readonly language: Language | null };

export const poolName = ({ desk, language }: Pool): SetName => `free:${desk ?? '*'}:${language ?? '*'}`;

export const QUEUE: SetName = 'queue:*';
export const queueName = (desk: DeskId): SetName => `queue:${desk}`;

const WAIT_FOR_ANYONE: SetName = 'wait:*';
const waitName = (desk: DeskId, language: Language): SetName => `wait:${desk}:${language}`;

export const isQueued = (chat: ChatRecord): boolean => chat.phase === 'waiting' || chat.phase === 'offered';

/** A visitor whose connection is gone keeps the place, but nobody is rung for an empty chair. */
export const couldRing = (chat: ChatRecord): boolean =>
  chat.phase === 'waiting' && chat.visitor.state === 'connected';

/** One ring at a time: who is being rung is asked nothing else meanwhile. */
export const couldBeRung = (staff: StaffRecord): boolean =>
  staff.presence === 'available' &&
  staff.seats.length > 0 &&
  staff.ringing.length === 0 &&
  staff.chats.length < staff.capacity;

/** Where to look for a counsellor, best first: the language is a wish, which widens with the circle. */
export function poolsFor({ circle, desk, answers: { language } }: ChatRecord): readonly Pool[] {
  return circle === CIRCLE.desk
    ? [{ desk, language }]
    : [
        { desk: null, language },
        { desk: null, language: null },
      ];
}

/** Where the chats stand that may ring at this staff member. */
export function linesFor(staff: StaffRecord): readonly SetName[] {
  const own = staff.desks.flatMap((desk) => staff.languages.map((language) => waitName(desk, language)));
  return [...own, WAIT_FOR_ANYONE];
}

export function chatSets(chat: ChatRecord): SetScores {
  const score = queueScore(chat);
  const sets = new Map<SetName, number>();
  if (isQueued(chat)) sets.set(QUEUE, score).set(queueName(chat.desk), score);
  if (couldRing(chat)) {
    const line = chat.circle === CIRCLE.desk ? waitName(chat.desk, chat.answers.language) : WAIT_FOR_ANYONE;
    sets.set(line, score);
  }
  return sets;
}

export function staffSets(staff: StaffRecord): SetScores {
  if (!couldBeRung(staff)) return new Map();
  const score = idleScore(staff);
  const pools = [null, ...staff.desks].flatMap((desk) =>
    [null, ...staff.languages].map((language) => ({ desk, language })),
  );
  return new Map(pools.map((pool) => [poolName(pool), score]));
}
