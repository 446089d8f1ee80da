import { hours, type Instant, minutes, seconds } from '@haven/shared/units';

export const SESSION = {
  /** A secret that was copied is of use for no longer than this, and its use gives the copy away. */
  rotateAfter: minutes(10),
  /** Requests that were on their way, and other tabs, may still carry the secret before. */
  overlap: seconds(60),
  /** Without a request or an open console. */
  idle: hours(1),
  /** Longer than any shift. */
  limit: hours(16),
  /** What changes the ways to sign in asks for a sign-in that is no older. */
  fresh: minutes(10),
} as const;

/** What is kept of a session's secrets: hashes. */
export type SessionState = {
  readonly current: string;
  readonly previous: string | null;
  readonly rotatedAt: Instant;
  /** The current secret has come back from the browser, so the answer that brought it there was not lost. */
  readonly confirmed: boolean;
  readonly startedAt: Instant;
  readonly seenAt: Instant;
};

export type Verdict =
  | { readonly kind: 'holds'; readonly rotate: boolean; readonly confirm: boolean }
  | { readonly kind: 'over' }
  /** A secret that was replaced is used again: somebody has a copy. The session must end for both. */
  | { readonly kind: 'replayed' };

const isOver = ({ startedAt, seenAt }: Pick<SessionState, 'startedAt' | 'seenAt'>, now: Instant) =>
  now - startedAt >= SESSION.limit || now - seenAt >= SESSION.idle;

/** Whether a secret, of which this is the hash, still opens its session. */
export function judgeSession(session: SessionState, hash: string, now: Instant): Verdict {
  if (isOver(session, now)) return { kind: 'over' };
  const age = now - session.rotatedAt;
  if (hash === session.current) {
    return { kind: 'holds', rotate: age >= SESSION.rotateAfter, confirm: !session.confirmed };
  }
  if (hash !== session.previous) return { kind: 'replayed' };
  if (age < SESSION.overlap) return { kind: 'holds', rotate: false, confirm: false };
  // The answer with the new secret never arrived: another one is due.
  return session.confirmed ? { kind: 'replayed' } : { kind: 'holds', rotate: true, confirm: false };
}

/** `hash` is what the request carried: the secret before stays good for the overlap. */
export const rotated = (
  session: SessionState,
  { from, to }: { readonly from: string; readonly to: string },
  now: Instant,
): SessionState => ({
  ...session,
  current: to,
  previous: from,
  rotatedAt: now,
  confirmed: false,
  seenAt: now,
});

export const isFresh = ({ startedAt }: Pick<SessionState, 'startedAt'>, now: Instant): boolean =>
  now - startedAt < SESSION.fresh;
