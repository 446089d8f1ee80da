import type { StaffRecord } from '@haven/server/desk/records';
import type { StaffId } from '@haven/shared/ids';
import type { Presence } from '@haven/shared/protocol/presence';
import type { Instant } from '@haven/shared/units';
import type { People } from './people';
import type { Shifts } from './shifts';
import { AWAITED, createPatience, MOMENT, type Promised, type View } from './view';

/**
 * Her presence is what she says; she is sent away only where she is not at her desk, may not answer, or has gone home:
 * and then she is.
 */
export function createPresences({ goneSince, mayAnswer }: People, { isThere }: Shifts): Promised {
  /** Whoever said something since her shift ended knows that it has. */
  const spoke = new Set<StaffId>();
  /** What a quick return brings back. */
  const left = new Map<StaffId, { readonly presence: Presence; readonly at: Instant }>();
  const isTooLong = createPatience();

  const rangOut = ({ act: { command }, before }: View, staffId: StaffId) => {
    const isExpiry = ['offer-expired', 'transfer-timeout', 'consult-timeout'].includes(command.kind);
    const was = isExpiry && 'chat' in command ? before.get(command.chat) : undefined;
    return [was?.ringing?.to, was?.transfer?.to, was?.consult?.to].includes(staffId);
  };

  /** null: what she comes back to after her shift, or just when nobody awaits her any longer, is nobody's word. */
  function broughtBack(
    { now, grace }: View,
    was: StaffRecord | undefined,
    staffId: StaffId,
  ): Presence | null {
    if (was && was.seats.length > 0) return was.presence;
    const before = left.get(staffId);
    const over = before ? before.at + AWAITED : -Infinity;
    if (!isThere(staffId, now) || (now >= over && now <= over + MOMENT + grace)) return null;
    return before && now < over ? before.presence : 'away';
  }

  function changes(view: View, was: StaffRecord | undefined, is: StaffRecord): readonly string[] {
    const { command, result } = view.act;
    const { staffId, presence } = is;
    const isOwn =
      (command.kind === 'set-presence' || command.kind === 'staff-enter') && command.staffId === staffId;
    if (isOwn && result.ok) {
      const { presence: said } = command;
      const wanted = said ?? broughtBack(view, was, staffId);
      if (wanted === null) return [];
      const may = wanted !== 'available' || mayAnswer(staffId, view.now);
      return presence === (may ? wanted : 'away') ? [] : [`${staffId} said ${wanted}, and is ${presence}`];
    }
    if (was && goneSince(staffId) === view.now && command.kind === 'seat-left')
      left.set(staffId, { presence: was.presence, at: view.now });
    if (!was || was.presence === presence) return [];
    const isNotHere = goneSince(staffId) !== null || rangOut(view, staffId);
    const isHome = !isThere(staffId, view.now) && (view.loads.get(staffId) ?? 0) === 0;
    const mayBeSent = isNotHere || isHome || (was.presence === 'available' && !mayAnswer(staffId, view.now));
    return presence === 'away' && mayBeSent ? [] : [`${staffId} is ${presence}, and did not say so`];
  }

  return (view) => {
    const { act, staff, staffBefore, loads, now, grace } = view;
    const faults: string[] = [];
    const wrong = new Set<string>();
    for (const [staffId, one] of staff) {
      const was = staffBefore.get(staffId);
      if (was !== one) faults.push(...changes(view, was, one));
      const isOwn = act.command.kind === 'set-presence' || act.command.kind === 'staff-enter';
      if (isThere(staffId, now)) spoke.delete(staffId);
      else if (isOwn && act.command.staffId === staffId) spoke.add(staffId);
      if (one.presence === 'away') continue;
      if (goneSince(staffId) !== null) wrong.add(`${staffId} is ${one.presence}, and gone`);
      const isHome = !isThere(staffId, now) && (loads.get(staffId) ?? 0) === 0 && !spoke.has(staffId);
      if (isHome) wrong.add(`${staffId} is ${one.presence} after her shift`);
    }
    return [...faults, ...isTooLong(wrong, now, MOMENT + grace)];
  };
}
