import type { StaffId } from '@haven/shared/ids';
import type { Instant } from '@haven/shared/units';
import type { DeskFact } from './facts';
import { isQueued } from './lines';
import type { DeskPlan } from './plan';
import type { ChatRecord, DeskRecord, StaffRecord } from './records';
import { deskNow, offerTo, queueItem, staffPresence, visitorView } from './views';

type Change<T> = { readonly before: T | null; readonly after: T | null };

/** What consoles learn from a chat's change. */
export function queueFacts({ before, after }: Change<ChatRecord>): readonly DeskFact[] {
  if (after && isQueued(after)) {
    const item = queueItem(after);
    const shown = before && isQueued(before) ? queueItem(before) : null;
    return same(item, shown) ? [] : [{ kind: 'queue-upsert', item }];
  }
  if (before === null || !isQueued(before)) return [];
  return [{ kind: 'queue-remove', chat: before.chat, version: (after ?? before).version }];
}

/** A ring that begins: from the queue, by transfer, or to join. */
export function offerFacts({ before, after }: Change<ChatRecord>): readonly DeskFact[] {
  if (after === null) return [];
  const to = after.ringing?.to ?? after.transfer?.to ?? after.consult?.to;
  const offer = to ? offerTo(to, after) : null;
  if (!to || !offer || (before && offerTo(to, before)?.expiresAt === offer.expiresAt)) return [];
  return [{ kind: 'offer', to, offer }];
}

export function staffFacts({ before, after }: Change<StaffRecord>): readonly DeskFact[] {
  if (after === null) return [];
  const staff = staffPresence(after);
  return same(staff, before && staffPresence(before)) ? [] : [{ kind: 'staff', staff }];
}

export function deskFacts(
  plan: DeskPlan,
  { before, after }: Change<DeskRecord>,
  now: Instant,
): readonly DeskFact[] {
  if (after === null) return [];
  const seen = (record: DeskRecord | null) => deskNow(plan, after.desk, record, now);
  return same(seen(after), seen(before)) ? [] : [{ kind: 'desk', desk: seen(after) }];
}

/** Who is to see the chat's change besides its visitor; null when nobody would see any. */
export function audienceOf({ before, after }: Change<ChatRecord>): readonly StaffId[] | null {
  if (after === null) return null;
  const members = [...(before?.members ?? []), ...after.members].map((member) => member.staffId);
  if (members.length > 0) return [...new Set(members)];
  const seen = (record: ChatRecord) => visitorView({ record, place: null, band: 'nobody' });
  return same(seen(after), before && seen(before)) ? null : [];
}

/** Equal but for the version. */
function same<T extends { readonly version: number }>(one: T, other: T | null): boolean {
  return (
    other !== null && JSON.stringify({ ...one, version: 0 }) === JSON.stringify({ ...other, version: 0 })
  );
}
