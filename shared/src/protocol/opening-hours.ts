import * as z from 'zod/mini';
import { closedMessage } from './closed-message';
import { planDate, wallTime } from './roster-plan';

/** From one time to another of the same day; 24:00 is the end of it. What goes past midnight is two of them. */
const period = z
  .object({ from: wallTime, until: z.union([wallTime, z.literal('24:00')]) })
  .check(z.refine(({ from, until }) => from < until));
const periods = z.array(period).check(z.maxLength(6));

/** When a desk takes new chats, on the organisation's clock. */
export const openingHours = z.object({
  /** A list for each day of the week, Monday first; null: day and night. */
  week: z.nullable(z.array(periods).check(z.length(7))),
  /** Days that differ from their day of the week; without a period the desk is closed all day. */
  days: z.array(z.object({ date: planDate, periods })).check(z.maxLength(100)),
  /** Shown while the desk is closed, and while its intake is paused. */
  message: closedMessage,
});
export type OpeningHours = z.infer<typeof openingHours>;
