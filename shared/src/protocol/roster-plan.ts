import * as z from 'zod/mini';
import { regionId, staffId } from '../ids';
import { shiftKind } from './roster';

const id = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(40));
const name = z.string().check(z.minLength(1), z.maxLength(80));

/** A day of the calendar, YYYY-MM-DD, in the organisation's time zone. */
export const planDate = z.iso.date();
export type PlanDate = z.infer<typeof planDate>;

/** A time of the day on the organisation's clock, HH:MM. */
export const wallTime = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/));
export type WallTime = z.infer<typeof wallTime>;

/** People who take turns; in the order in which they do. */
export const team = z.object({
  id,
  name,
  /** Null: the general team. */
  region: z.nullable(regionId),
  members: z.array(staffId).check(z.maxLength(100)),
});
export type Team = z.infer<typeof team>;

/** Teams that take turns week by week. */
export const rotation = z.object({
  id,
  name,
  teams: z.array(id).check(z.minLength(1), z.maxLength(60)),
  /** A day of the week in which the first team has its turn. */
  anchor: planDate,
});
export type Rotation = z.infer<typeof rotation>;

/** What recurs: on which days, from when to when, for whom and by whom. */
export const pattern = z.object({
  id,
  name,
  /** ISO: 1 is Monday, 7 Sunday. The day on which the shift begins. */
  weekdays: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.minLength(1), z.maxLength(7)),
  from: wallTime,
  /** At or before `from`: on the next day. */
  until: wallTime,
  /** Null: all regions. */
  regions: z.nullable(z.array(regionId).check(z.maxLength(60))),
  /** Also serves the general desk. */
  general: z.boolean(),
  by: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('team'), team: id }),
    z.object({ kind: z.literal('rotation'), rotation: id }),
  ]),
  people: z.int().check(z.minimum(1), z.maximum(20)),
  kind: shiftKind,
  /** The exception in which alone it holds; null: it holds whenever there is no exception. */
  exception: z.nullable(id),
});
export type Pattern = z.infer<typeof pattern>;

/** Days on which only the patterns of the exception hold; without any, nobody works. */
export const exception = z.object({
  id,
  name,
  first: planDate,
  /** The last day, included. */
  last: planDate,
});
export type Exception = z.infer<typeof exception>;

/** From what shifts are generated. */
export const rosterPlan = z.object({
  timeZone: z.string(),
  regions: z.array(regionId),
  teams: z.array(team),
  rotations: z.array(rotation),
  patterns: z.array(pattern),
  exceptions: z.array(exception),
});
export type RosterPlan = z.infer<typeof rosterPlan>;
