import type { DeskId, RegionId } from '@haven/shared/ids';
import type { Organisation } from '@haven/shared/protocol/organisation';
import type { OpeningHours } from '@haven/shared/protocol/opening-hours';
import { type OverflowStep, USUAL_OVERFLOW } from '@haven/shared/protocol/overflow';
import type { Roster } from '@haven/shared/roster/roster';

/** What the rules need to know of the organisation. */
export type DeskPlan = Pick<Organisation, 'desks' | 'generalDesk' | 'timeZone'> & {
  /** Who is on duty when; null until the organisation has published one: then memberships of desks say who serves. */
  readonly roster: Roster | null;
  /** The overflow steps of each desk that has set its own. */
  readonly overflow: Readonly<Partial<Record<DeskId, readonly OverflowStep[]>>>;
  /** The opening hours of each desk that has set its own. */
  readonly hours: Readonly<Partial<Record<DeskId, OpeningHours>>>;
};

/** The desk of a region; the general desk for a visitor who names none, or one that no desk serves. */
export function deskOf(plan: DeskPlan, region: RegionId | null): DeskId {
  const own = region && plan.desks.find((desk) => desk.regions.includes(region));
  return own ? own.id : plan.generalDesk;
}

/** What is no desk any longer has nobody of its own. */
export const isInUse = ({ desks }: DeskPlan, desk: DeskId): boolean => desks.some(({ id }) => id === desk);

/** In the order of their times. */
export const overflowOf = (plan: DeskPlan, desk: DeskId): readonly OverflowStep[] =>
  plan.overflow[desk] ?? USUAL_OVERFLOW;
