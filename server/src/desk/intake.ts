import { isOpen } from '@haven/shared/hours/is-open';
import type { DeskId, RegionId } from '@haven/shared/ids';
import type { Instant } from '@haven/shared/units';
import type { Desk } from './decision';
import { type DeskPlan, deskOf } from './plan';
import type { DeskRecord } from './records';

/** Whether new chats may come to the desk: it is open, and nobody paused its intake. */
export function takesChats(plan: DeskPlan, desk: DeskId, record: DeskRecord | null, now: Instant): boolean {
  const hours = plan.hours[desk];
  return record?.paused !== true && (hours === undefined || isOpen(hours, plan.timeZone, now));
}

/**
 * The desk to which a new chat comes. Where the visitor's own takes none, the general desk takes its visitors: nobody
 * is sent away as long as somebody is there for them. null: that one takes none either.
 */
export function intakeOf(desk: Desk, region: RegionId | null, now: Instant): DeskId | null {
  const { plan } = desk;
  const takes = (id: DeskId) => takesChats(plan, id, desk.deskRecord(id), now);
  return [deskOf(plan, region), plan.generalDesk].find(takes) ?? null;
}
