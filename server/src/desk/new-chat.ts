import type { DeskId } from '@haven/shared/ids';
import type { Instant } from '@haven/shared/units';
import type { Command } from './commands';
import { reachOf } from './overflow';
import { type ChatRecord, PRIORITY } from './records';

type Entry = Omit<Command<'enter'>, 'kind'>;

/** A chat as it comes to a desk; `arrival` is its turn in the queue. */
export const newChat = (
  { chat, answers, connection, proven }: Entry,
  desk: DeskId,
  arrival: number,
  now: Instant,
): ChatRecord => ({
  chat,
  version: now,
  phase: 'waiting',
  desk,
  answers,
  enteredAt: now,
  claimedAt: null,
  takenAt: null,
  proven,
  arrival,
  priority: PRIORITY.usual,
  reach: reachOf(desk),
  told: false,
  returning: false,
  passed: [],
  nextRoundAt: null,
  ringing: null,
  visitor: { state: 'connected', connection },
  members: [],
  epoch: 0,
  safety: null,
  transfer: null,
  consult: null,
  ended: null,
  wrapUp: null,
  form: null,
  survey: null,
  registeredFrom: null,
});
