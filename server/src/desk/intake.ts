import type { DeskId, RegionId } from '@haven/shared/ids';
import type { Desk } from './decision';
import { deskOf } from './plan';

/**
 * The desk to which a new chat comes. Where the visitor's own takes none, the general desk takes its visitors: nobody
 * is sent away as long as somebody is there for them. null: that one takes none either.
 */
export function intakeOf(desk: Desk, region: RegionId | null): DeskId | null {
  const { generalDesk } = desk.plan;
  const takes = (id: DeskId) => desk.deskRecord(id)?.paused !== true;
  return [deskOf(desk.plan, region), generalDesk].find(takes) ?? null;
}
