import * as z from 'zod/mini';
import { deskId, regionId } from '../ids';
import { endReason, forWhom, safetyLevel, TOPICS, topic } from './chat';
import { language } from './organisation';
import { survey } from './survey';

/** What a counsellor did in a chat; more than one may be true. */
export const ACTIONS = [
  'listened',
  'advice',
  'safety-plan',
  'shelter',
  'referral',
  'report',
  'emergency',
] as const;
export const action = z.enum(ACTIONS);
export type Action = z.infer<typeof action>;

/** Why a counsellor leaves the form empty. */
export const SKIP_REASONS = ['left-at-once', 'no-request', 'too-heavy', 'no-time'] as const;
export const skipReason = z.enum(SKIP_REASONS);
export type SkipReason = z.infer<typeof skipReason>;

/** Until the first counsellor, or until the end of a chat that nobody took: at most 1, 5, 15 minutes, or longer. */
export const WAIT_CLASSES = ['within-1', 'within-5', 'within-15', 'longer'] as const;
const waitClass = z.enum(WAIT_CLASSES);
export type WaitClass = z.infer<typeof waitClass>;

/** From the first counsellor to the end: under 5, 15, 30, 60 minutes, or longer. */
export const DURATION_CLASSES = ['under-5', 'under-15', 'under-30', 'under-60', 'longer'] as const;
const durationClass = z.enum(DURATION_CLASSES);
export type DurationClass = z.infer<typeof durationClass>;

/**
 * full: the counsellor filled the form in. skipped: with a reason. unfinished: the wrap-up ended by itself.
 * unanswered: no counsellor ever had the chat. blocked: neither, for its network was blocked while it waited.
 */
export const REGISTRATIONS = ['full', 'skipped', 'unfinished', 'unanswered', 'blocked'] as const;
const registration = z.enum(REGISTRATIONS);
export type Registration = z.infer<typeof registration>;

/** What the counsellor's form at the end of a chat says. Whoever leaves the safety level or her actions open says why. */
export const wrapUpForm = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('facts'),
    forWhom: z.nullable(forWhom),
    topics: z.array(topic).check(z.maxLength(TOPICS.length)),
    safety: safetyLevel,
    actions: z.array(action).check(z.minLength(1), z.maxLength(ACTIONS.length)),
  }),
  z.object({ kind: z.literal('skipped'), reason: skipReason }),
]);
export type WrapUpForm = z.infer<typeof wrapUpForm>;

/** A day of the organisation's calendar, `2026-11-27`. */
export const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
export type Day = z.infer<typeof day>;

/**
 * All that is kept of a chat. It names no chat, no visitor and no counsellor, and of the time only the hour at whose
 * beginning or within which the visitor came, on the organisation's clock.
 */
export const contactRecord = z.object({
  day,
  hour: z.int().check(z.minimum(0), z.maximum(23)),
  desk: deskId,
  region: z.nullable(regionId),
  language,
  forWhom: z.nullable(forWhom),
  topics: z.array(topic),
  safety: z.nullable(safetyLevel),
  actions: z.array(action),
  wait: waitClass,
  /** null: no counsellor ever had the chat. */
  duration: z.nullable(durationClass),
  ended: endReason,
  registration,
  skipReason: z.nullable(skipReason),
  ...survey.shape,
});
export type ContactRecord = z.infer<typeof contactRecord>;
