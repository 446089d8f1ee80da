import * as z from 'zod/mini';
import { chatId, deskId, regionId, staffId } from '../ids';
import { LIMITS } from './limits';
import { openingHours } from './opening-hours';
import { language } from './organisation';
import { overflowStep } from './overflow';

const nothing = z.strictObject({});

/** null: the usual steps. */
const steps = z.nullable(z.array(overflowStep).check(z.maxLength(LIMITS.overflowSteps)));
/** null: day and night. */
const hours = z.nullable(openingHours);

/** 0 until somebody has set it; a change names the version it was made from. */
const edited = { version: z.int(), setBy: z.nullable(staffId), setAt: z.nullable(z.number()) };

export const deskOverflow = z.object({
  desk: deskId,
  ...edited,
  steps,
  /** The version before, to go back to; null: there was none. */
  previous: z.nullable(z.object({ steps })),
});
export type DeskOverflow = z.infer<typeof deskOverflow>;

export const deskHours = z.object({
  desk: deskId,
  ...edited,
  hours,
  previous: z.nullable(z.object({ hours })),
});
export type DeskHours = z.infer<typeof deskHours>;

/** What would happen to a chat that enters at that moment and that nobody takes. */
export const overflowPreview = z.object({
  /** The desk to which it comes; null: no desk takes it, and the visitor is turned away. */
  desk: z.nullable(deskId),
  /** The roster has nobody on duty for that desk then. */
  hole: z.boolean(),
  stages: z.array(
    z.object({
      /** Since the chat entered, in milliseconds. */
      after: z.number(),
      /** Who would be rung besides those before, if she is there. */
      joining: z.array(z.object({ staffId, displayName: z.string(), standby: z.boolean() })),
      /** From then on the visitor knows that it takes longer. */
      told: z.boolean(),
    }),
  ),
});
export type OverflowPreview = z.infer<typeof overflowPreview>;

/** Of supervisors and administrators: what each desk goes by, as soon as it is set. */
export const deskSettingsRequests = {
  'overflow:look': { payload: nothing, reply: z.object({ desks: z.array(deskOverflow) }) },
  'overflow:set': { payload: z.object({ desk: deskId, version: z.int(), steps }), reply: deskOverflow },
  /** `desk` and `steps`: as if that desk had these. */
  'overflow:preview': {
    payload: z.object({ region: z.nullable(regionId), language, at: z.number(), desk: deskId, steps }),
    reply: overflowPreview,
  },
  'hours:look': { payload: nothing, reply: z.object({ desks: z.array(deskHours) }) },
  'hours:set': { payload: z.object({ desk: deskId, version: z.int(), hours }), reply: deskHours },
} as const;

/** Why a supervisor takes a hand in it; kept in the audit log, so never about a visitor. */
const reason = z.string().check(z.minLength(3), z.maxLength(300));

/** A supervisor's hand on the desk. */
export const handRequests = {
  'hand:overflow': { payload: z.object({ desk: deskId, open: z.boolean(), reason }), reply: nothing },
  'hand:intake': { payload: z.object({ desk: deskId, paused: z.boolean(), reason }), reply: nothing },
  /** Those of them that still wait. */
  'hand:move': {
    payload: z.object({
      chats: z.array(chatId).check(z.minLength(1), z.maxLength(200)),
      desk: deskId,
      reason,
    }),
    reply: z.object({ moved: z.int() }),
  },
  /** Takes her chats off somebody who is not there. */
  'hand:take-off': { payload: z.object({ staffId, reason }), reply: z.object({ taken: z.int() }) },
} as const;
