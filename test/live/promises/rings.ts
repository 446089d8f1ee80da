import type { ChatId, StaffId } from '@haven/shared/ids';
import type { Instant } from '@haven/shared/units';
import { createPatience, MOMENT, type Promised, RING, type View } from './view';
import type { Reach } from './reach';

type Ring = { readonly to: StaffId; readonly until: Instant; readonly since: Instant };

/** It rings twenty seconds and no longer; whoever let it ring is away until she says otherwise. */
export function createRings(): Promised {
  const rings = new Map<ChatId, Ring>();
  const away = new Set<StaffId>();

  function hear({ act: { command, result } }: View): void {
    if (!result.ok) return;
    if (command.kind === 'staff-enter' || command.kind === 'set-presence') away.delete(command.staffId);
  }

  return (view) => {
    const { chats, staff, now, grace, act } = view;
    hear(view);
    const faults: string[] = [];
    for (const [id, { to, since }] of rings) {
      const ring = view.rings.get(id);
      if (ring?.to === to && ring.until === rings.get(id)?.until) {
        if (now - since > RING + MOMENT + grace) faults.push(`${id} rings too long at ${to}`);
        continue;
      }
      rings.delete(id);
      const isExpiry = ['offer-expired', 'transfer-timeout', 'consult-timeout'].includes(act.command.kind);
      if (isExpiry && now - since < RING) faults.push(`${id} rang too short at ${to}`);
      if (isExpiry) away.add(to);
    }
    for (const [id, ring] of view.rings) {
      if (rings.has(id)) continue;
      rings.set(id, { ...ring, since: now });
      // By name she may be asked all the same.
      if (chats.get(id)?.ringing && away.has(ring.to))
        faults.push(`${id} rings at ${ring.to}, who is not at her desk`);
    }
    for (const who of away) {
      if (staff.get(who)?.presence === 'available') faults.push(`${who} let it ring, and is available`);
    }
    return faults;
  };
}

/** Whoever it rings at may still be asked: she is here, on duty, and serves the chat as it is now. */
export function createStillAsked({ mayRingOn }: Reach): Promised {
  const isTooLong = createPatience();
  return ({ chats, rings, staff, now, grace }) => {
    const wrong = new Set<string>();
    for (const [id, { to }] of rings) {
      const [chat, one] = [chats.get(id), staff.get(to)];
      if (chat?.ringing && !(one && mayRingOn(chat, one, now)))
        wrong.add(`${id} rings on at ${to}, who is to be asked no longer`);
    }
    return isTooLong(wrong, now, grace);
  };
}
