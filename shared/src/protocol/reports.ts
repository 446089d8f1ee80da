import * as z from 'zod/mini';
import { deskId, regionId } from '../ids';

export const PERIOD_KINDS = ['week', 'month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** `2026`, `2026-Q4`, `2026-11`, or a week of ISO 8601, `2026-W48`. */
export const period = z.string().check(z.regex(/^\d{4}(?:-(?:Q[1-4]|W[0-5]\d|0[1-9]|1[0-2]))?$/));
export type Period = z.infer<typeof period>;

export const kindOf = (name: Period): PeriodKind => {
  if (name.includes('W')) return 'week';
  if (name.includes('Q')) return 'quarter';
  return name.length === 4 ? 'year' : 'month';
};

/** Whose chats a report counts: everybody's, a desk's or a region's. Nothing finer is ever published. */
export const area = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('organisation') }),
  z.object({ kind: z.literal('desk'), desk: deskId }),
  z.object({ kind: z.literal('region'), region: z.nullable(regionId) }),
]);
export type Area = z.infer<typeof area>;

/** By what a report breaks the chats down, one table each. A chat may have several topics and actions. */
export const DIMENSIONS = [
  'wait',
  'duration',
  'ended',
  'forWhom',
  'topics',
  'safety',
  'actions',
  'language',
  'hour',
  'weekday',
  'helped',
  'safer',
  'registration',
  'skipReason',
] as const;
export const dimension = z.enum(DIMENSIONS);
export type Dimension = z.infer<typeof dimension>;

/** A published count: blurred, and a multiple of five; null stands for fewer than five. */
export const publishedCount = z.nullable(z.int().check(z.minimum(5)));
export type PublishedCount = z.infer<typeof publishedCount>;

const row = z.object({ value: z.string(), count: publishedCount });

/** One report: all that is published of a period and an area. */
export const report = z.object({
  period,
  area,
  chats: publishedCount,
  tables: z.array(z.object({ dimension, rows: z.array(row) })),
  /** The shorter periods within, as far as they are over. */
  course: z.array(z.object({ period, count: publishedCount })),
  /** The desks and regions within; empty in a report of one of them. */
  desks: z.array(z.object({ desk: deskId, count: publishedCount })),
  regions: z.array(z.object({ region: z.nullable(regionId), count: publishedCount })),
});
export type Report = z.infer<typeof report>;

const forecastHour = z.object({ arrivals: z.number(), counsellors: z.int() });

/** Counsellors needed for 90 % answered within a minute, from the usual arrivals by hour of the week. */
export const forecast = z.object({
  /** Of how many weeks the hours are the mean; 0: there is nothing to go by yet. */
  weeks: z.int(),
  /** What a chat takes of a counsellor, wrap-up included. */
  minutes: z.number(),
  /** How many minutes people are prepared to wait. */
  patience: z.number(),
  /** Monday first; the hours of each day. */
  days: z.array(z.array(forecastHour)),
});
export type Forecast = z.infer<typeof forecast>;

/** For supervisors and administrators. */
export const reportsRequests = {
  /** Which periods are published, the latest first. */
  'reports:grid': { payload: z.strictObject({}), reply: z.object({ periods: z.array(period) }) },
  'reports:read': { payload: z.object({ period, area }), reply: report },
  'reports:forecast': {
    payload: z.object({ area, atOnce: z.int().check(z.minimum(1), z.maximum(8)) }),
    reply: forecast,
  },
} as const;
