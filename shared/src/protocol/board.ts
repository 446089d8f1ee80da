import * as z from 'zod/mini';
import { deskId, regionId, staffId } from '../ids';
import { safetyLevel } from './chat';
import { presence } from './presence';

const nothing = z.strictObject({});

/** How far a waiting chat rings by now; the furthest of a desk's is shown. */
const reach = z.enum(['desk', 'more-desks', 'everyone', 'standby']);
export type BoardReach = z.infer<typeof reach>;

/** What was counted since the organisation's day began. */
export const dayCounts = z.object({
  entered: z.int(),
  answered: z.int(),
  /** Of the answered: within ANSWER_TARGET. */
  answeredSoon: z.int(),
  /** Left while waiting. */
  abandoned: z.int(),
  turnedAway: z.int(),
});
export type DayCounts = z.infer<typeof dayCounts>;

const place = {
  waiting: z.int(),
  /** Since when the one who waits longest does. */
  waitingSince: z.nullable(z.number()),
  /** Chats with a counsellor, those being handed over included. */
  served: z.int(),
  /** How many more chats the available would take. Somebody who serves several desks counts at each. */
  free: z.int(),
  reach: z.nullable(reach),
  isOpen: z.boolean(),
  /** By a supervisor: the intake is paused, the overflow is open. */
  isPaused: z.boolean(),
  isOverflowOpen: z.boolean(),
  today: dayCounts,
};
const boardDesk = z.object({ desk: deskId, ...place });
const boardRegion = z.object({ region: regionId, ...place });

/** A staff member's chat, without its name. */
const boardChat = z.object({
  /** The minute in which it was claimed. */
  since: z.number(),
  safety: z.nullable(safetyLevel),
});

export const boardPerson = z.object({
  staffId,
  displayName: z.string(),
  /** Those that she serves at this moment. */
  desks: z.array(deskId),
  isStandby: z.boolean(),
  /** The end of her shift; null where no roster says it. */
  until: z.nullable(z.number()),
  presence,
  since: z.number(),
  isConnected: z.boolean(),
  capacity: z.int(),
  chats: z.array(boardChat),
  /** In wrap-up, and ringing: places that are taken too. */
  otherwise: z.int(),
  /** When the last pause ended, or the shift began. */
  restedAt: z.number(),
});
export type BoardPerson = z.infer<typeof boardPerson>;

/** A chat that its counsellor marked red. */
export const redChat = z.object({
  desk: deskId,
  /** null: it waits for another counsellor. */
  staffId: z.nullable(staffId),
  since: z.number(),
  /** Since when nobody is with it; null while somebody is. */
  aloneSince: z.nullable(z.number()),
});
export type RedChat = z.infer<typeof redChat>;

/** A stretch of the hours ahead in which so many people are on duty for a desk, by the roster. */
const stretch = z.object({ from: z.number(), until: z.number(), people: z.int() });
const deskAhead = z.object({ desk: deskId, stretches: z.array(stretch) });
export type DeskAhead = z.infer<typeof deskAhead>;

/** A time in which the roster has nobody on duty for a desk that is open then; its chats go to the general desk. */
export const deskHole = z.object({ desk: deskId, from: z.number(), until: z.number() });
export type DeskHole = z.infer<typeof deskHole>;
/** How far ahead holes are looked for, and may be told of. */
export const HOLE_HOURS = 72;

/** Who came, entered or turned away, in each quarter of an hour of the organisation's day. */
const quarters = z.array(z.int());

/** From when on something at a desk is an alarm; null: never. */
export const alarmThresholds = z.object({
  longestWaitSeconds: z.nullable(z.int().check(z.minimum(10), z.maximum(3_600))),
  /** How long nobody who serves the desk is available. */
  nobodySeconds: z.nullable(z.int().check(z.minimum(10), z.maximum(3_600))),
  /** How long nobody is with a red chat. */
  redAloneSeconds: z.nullable(z.int().check(z.minimum(0), z.maximum(600))),
  /** The roster has a hole within so many hours. */
  holeHours: z.nullable(z.int().check(z.minimum(1), z.maximum(HOLE_HOURS))),
});
export type AlarmThresholds = z.infer<typeof alarmThresholds>;
const deskThresholds = z.object({ desk: deskId, thresholds: alarmThresholds });

/** What came in each quarter of this day of the week, of late; null where that is not known yet. */
const usual = z.array(z.nullable(z.number()));

const wholes = {
  /** Of the whole house: what is retired meanwhile counts on. */
  today: dayCounts,
  red: z.array(redChat),
  quarters,
  usual,
  ahead: z.array(deskAhead),
  /** Of the next days, the one that begins first in front; those that are open now among them. */
  holes: z.array(deskHole),
  thresholds: z.array(deskThresholds),
};

/** All that a supervisor sees at one moment. Content nowhere, and no chat's name. */
export const board = z.object({
  /** Of this node and connection: the next change starts from it. */
  version: z.int(),
  now: z.number(),
  desks: z.array(boardDesk),
  regions: z.array(boardRegion),
  people: z.array(boardPerson),
  ...wholes,
});
export type Board = z.infer<typeof board>;

/** What is different from `from` on: rows replace those of the same name, lists that are there replace the whole. */
export const boardChange = z.object({
  from: z.int(),
  version: z.int(),
  now: z.number(),
  desks: z.array(boardDesk),
  regions: z.array(boardRegion),
  people: z.array(boardPerson),
  gone: z.array(staffId),
  today: z.optional(wholes.today),
  red: z.optional(wholes.red),
  quarters: z.optional(wholes.quarters),
  usual: z.optional(wholes.usual),
  ahead: z.optional(wholes.ahead),
  holes: z.optional(wholes.holes),
  thresholds: z.optional(wholes.thresholds),
});
export type BoardChange = z.infer<typeof boardChange>;

export const boardRequests = {
  /** The board now, and every change of it to this connection until `board:leave`. */
  'board:watch': { payload: nothing, reply: board },
  /** From now on, on all boards. */
  'board:set-thresholds': { payload: deskThresholds, reply: nothing },
  'board:leave': { payload: nothing, reply: nothing },
} as const;

export const boardPushes = { 'board:changed': boardChange } as const;
