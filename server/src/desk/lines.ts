import type { DeskId } from '@haven/shared/ids';
import type { Language } from '@haven/shared/protocol/organisation';
import { mayAnswer } from './certified';
import { idleScore, queueScore } from './order';
import type { ChatRecord, Reach, StaffRecord } from './records';

/**
 * The sorted sets by which the live state finds the first without looking at the rest. Each record says which sets
 * it is in and with which score; nothing else ever decides it.
 *
 * - `queue:*`, `queue:DESK`: all that wait or ring, for places and lists.
 * - `wait:WHOM:LANGUAGE`, with `*` for any language: chats that could ring now, each in a line of all whom it reaches.
 * - `free:WHOM:LANGUAGE`: who could be rung now, each in all that fit.
 *
 * WHOM is a desk, `*` for everyone on duty, or `!` for the standby.
 */
export type SetName = string;
export type SetScores = ReadonlyMap<SetName, number>;

const EVERYONE = '*';
const STANDBY = '!';
type Whom = DeskId | typeof EVERYONE | typeof STANDBY;

/** Of a language; null: of any. */
export type Pool = { readonly of: Whom; readonly language: Language | null };

export const poolName = ({ of, language }: Pool): SetName => `free:${of}:${language ?? '*'}`;
const lineName = ({ of, language }: Pool): SetName => `wait:${of}:${language ?? '*'}`;

export const QUEUE: SetName = 'queue:*';
export const queueName = (desk: DeskId): SetName => `queue:${desk}`;

export const isQueued = (chat: ChatRecord): boolean => chat.phase === 'waiting' || chat.phase === 'offered';

/** A visitor whose connection is gone keeps the place, but nobody is rung for an empty chair. */
export const couldRing = (chat: ChatRecord): boolean =>
  chat.phase === 'waiting' && chat.visitor.state === 'connected';

/** One ring at a time: who is being rung is asked nothing else meanwhile. Towards the end of a shift, nothing at all. */
export const couldBeRung = (staff: StaffRecord): boolean =>
  staff.presence === 'available' &&
  staff.duty.kind !== 'off' &&
  !staff.duty.ending &&
  mayAnswer(staff) &&
  staff.ringing.length === 0 &&
  staff.chats.length < staff.capacity;

const onDutyIn = ({ everyone, desks }: Reach): readonly Whom[] => (everyone ? [EVERYONE] : desks);

/**
 * Where to look for a counsellor. The pools of one tier are equal; an earlier tier comes before a later one: those who
 * speak the language first, the standby last.
 */
export function poolsFor({ reach, answers: { language } }: ChatRecord): readonly (readonly Pool[])[] {
  const tier = (whom: readonly Whom[], spoken: Language | null) =>
    whom.map((of): Pool => ({ of, language: spoken }));
  const onDuty = onDutyIn(reach);
  return [
    tier(onDuty, language),
    ...(reach.anyLanguage ? [tier(onDuty, null)] : []),
    ...(reach.standby ? [tier([STANDBY], language), tier([STANDBY], null)] : []),
  ];
}

/** Where the chats stand that may ring at this staff member. */
export function linesFor({ duty, languages }: StaffRecord): readonly SetName[] {
  const standby = lineName({ of: STANDBY, language: null });
  if (duty.kind !== 'duty') return duty.kind === 'standby' ? [standby] : [];
  const spoken = [...languages, null];
  const own = duty.desks.flatMap((of) => spoken.map((language) => lineName({ of, language })));
  return [...own, lineName({ of: EVERYONE, language: null })];
}

/** The lines in which a chat stands that could ring. */
export function linesOf({ reach, answers }: ChatRecord): readonly SetName[] {
  const language = reach.anyLanguage ? null : answers.language;
  return [
    ...onDutyIn(reach).map((of) => lineName({ of, language })),
    ...(reach.standby ? [lineName({ of: STANDBY, language: null })] : []),
  ];
}

export function chatSets(chat: ChatRecord): SetScores {
  const score = queueScore(chat);
  const sets = new Map<SetName, number>();
  if (isQueued(chat)) sets.set(QUEUE, score).set(queueName(chat.desk), score);
  if (couldRing(chat)) for (const line of linesOf(chat)) sets.set(line, score);
  return sets;
}

export function staffSets(staff: StaffRecord): SetScores {
  if (!couldBeRung(staff)) return new Map();
  const score = idleScore(staff);
  const { duty, languages } = staff;
  const whom: readonly Whom[] = duty.kind === 'standby' ? [STANDBY] : [EVERYONE, ...duty.desks];
  const pools = whom.flatMap((of) => [null, ...languages].map((language): Pool => ({ of, language })));
  return new Map(pools.map((pool) => [poolName(pool), score]));
}
