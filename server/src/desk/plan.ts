import type { DeskId, RegionId } from '@haven/shared/ids';
import type { Organisation } from '@haven/shared/protocol/organisation';

/** What the rules need to know of the organisation. */
export type DeskPlan = Pick<Organisation, 'desks' | 'generalDesk'>;

/** The desk of a region; the general desk for a visitor who names none, or one that no desk serves. */
export function deskOf(plan: DeskPlan, region: RegionId | null): DeskId {
  const own = region && plan.desks.find((desk) => desk.regions.includes(region));
  return own ? own.id : plan.generalDesk;
}
