import { TIMING } from '@haven/shared/protocol/limits';
import type { Instant } from '@haven/shared/units';

/** How long the visitor has let a turn pass, and how often somebody asked. */
export type Silence = {
  /** Since when it is the visitor's turn; null while the counsellor is to answer. */
  readonly turnSince: Instant | null;
  readonly asked: 0 | 1 | 2;
  readonly askedAt: Instant;
};

export type Asking = 'nothing' | 'ask' | 'close';

const [FIRST, SECOND, LAST] = TIMING.silence;

/** How long after the second question the chat closes. */
export const CLOSES_AFTER = LAST - SECOND;

/** The visitor wrote, tapped or answered. */
export const awake = (now: Instant): Silence => ({ turnSince: now, asked: 0, askedAt: now });

/** The visitor sent something: the counsellor's turn. */
export const answered = (now: Instant): Silence => ({ turnSince: null, asked: 0, askedAt: now });

/** The counsellor wrote: the visitor's turn, unless it was already. */
export const theirTurn = (silence: Silence, now: Instant): Silence =>
  silence.turnSince === null ? awake(now) : silence;

/**
 * Asks after the first and the second time, closes after the third. A phone that slept through all of it is asked
 * first all the same: nobody is closed out unasked.
 */
export function askNow({ turnSince, asked, askedAt }: Silence, now: Instant): Asking {
  if (turnSince === null) return 'nothing';
  if (asked === 0) return now - turnSince >= FIRST ? 'ask' : 'nothing';
  if (asked === 1) return now - askedAt >= SECOND - FIRST ? 'ask' : 'nothing';
  return now - askedAt >= CLOSES_AFTER ? 'close' : 'nothing';
}

export const askedOnceMore = (silence: Silence, now: Instant): Silence => ({
  ...silence,
  asked: silence.asked === 0 ? 1 : 2,
  askedAt: now,
});
