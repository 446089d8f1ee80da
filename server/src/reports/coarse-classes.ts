import type { DurationClass, WaitClass } from '@haven/shared/protocol/contact-record';
import { type Milliseconds, minutes } from '@haven/shared/units';

/** A wait of exactly a minute is within it. */
export function waitClassOf(wait: Milliseconds): WaitClass {
  if (wait <= minutes(1)) return 'within-1';
  if (wait <= minutes(5)) return 'within-5';
  return wait <= minutes(15) ? 'within-15' : 'longer';
}

export function durationClassOf(duration: Milliseconds): DurationClass {
  if (duration < minutes(5)) return 'under-5';
  if (duration < minutes(15)) return 'under-15';
  if (duration < minutes(30)) return 'under-30';
  return duration < minutes(60) ? 'under-60' : 'longer';
}
