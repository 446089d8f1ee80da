import type { Instant } from '@haven/shared/units';

/** How often Shift was pressed, and when last. */
export type ShiftCount = { readonly presses: number; readonly last: Instant };

export const NO_PRESSES: ShiftCount = { presses: 0, last: 0 };
export const PRESSES_TO_LEAVE = 3;
/** Milliseconds; longer apart, the counting starts again. */
export const WITHIN = 5_000;

/** Left and right count alike. Any other key starts again, so that capitals in a text never leave. */
export function pressed({ presses, last }: ShiftCount, key: string, now: Instant): ShiftCount {
  if (key !== 'Shift') return NO_PRESSES;
  return { presses: now - last <= WITHIN ? presses + 1 : 1, last: now };
}
