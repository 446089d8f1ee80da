import type { WaitBand } from '@haven/shared/protocol/chat';
import { type Milliseconds, minutes } from '@haven/shared/units';
import { mayAnswer } from './certified';
import type { StaffRecord } from './records';

/** What one staff member adds to the sums. */
export type Duty = {
  /** 1 when on duty or standby, and available, busy or in a pause, with a seat that may answer or just without one. */
  readonly onDuty: number;
  /** Chats she would have at once, as far as she is available. */
  readonly slots: number;
  /** How many of these are taken. A ring is not: what rings still counts as waiting. */
  readonly taken: number;
};

export const OFF_DUTY: Duty = { onDuty: 0, slots: 0, taken: 0 };

/** A counsellor whose tab reloads or whose node died is on duty until her grace is over: nobody is turned away for it. */
export function dutyOf(staff: StaffRecord): Duty {
  const { lost } = staff;
  if (staff.duty.kind === 'off') return OFF_DUTY;
  if (lost !== null && !lost.returned && lost.presence !== 'away') return { ...OFF_DUTY, onDuty: 1 };
  if (!mayAnswer(staff) || staff.presence === 'away') return OFF_DUTY;
  if (staff.presence !== 'available' || staff.duty.kind === 'standby' || staff.duty.ending) {
    return { ...OFF_DUTY, onDuty: 1 };
  }
  const held = staff.chats.length - staff.ringing.length;
  return { onDuty: 1, slots: staff.capacity, taken: Math.min(held, staff.capacity) };
}

export type Load = Duty & {
  /** Chats that wait or ring, on all desks. */
  readonly waiting: number;
  /** How long a chat takes of late, from claim to the end of its wrap-up. */
  readonly service: Milliseconds;
};

/** Before the first chat was served; the national average of such chats. */
export const USUAL_SERVICE: Milliseconds = minutes(20);

/** Ten chats ago counts for a third: quick enough for a busy evening, slow enough for one long chat. */
export const serviceAfter = (service: Milliseconds, served: Milliseconds): Milliseconds =>
  Math.round(service + (served - service) / 10);

/**
 * The wait somebody has to expect who has so many ahead, on all desks: overflow lets the whole house serve the whole
 * queue within a minute, so what counts is the house. With a slot left for each of those ahead and for this one,
 * it is a matter of ringing. Otherwise a slot becomes free every `service / slots`, and one more than those ahead
 * have to.
 */
export function waitBand(ahead: number, load: Load): WaitBand {
  if (load.onDuty === 0) return 'nobody';
  if (load.slots === 0) return 'longer';
  const turns = ahead - (load.slots - load.taken) + 1;
  const wait = (Math.max(0, turns) * load.service) / load.slots;
  if (wait <= minutes(5)) return 'within-5';
  return wait <= minutes(12) ? 'about-10' : 'longer';
}
