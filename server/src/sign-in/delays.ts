import { type Instant, type Milliseconds, minutes, seconds } from '@haven/shared/units';

const FORGOTTEN_AFTER = minutes(15);
const FREE = 3;
const FIRST = 250;
/** Whoever is rightly here waits no longer than this, however many tried in her name. */
const LONGEST = seconds(4);
const KEPT = 10_000;

/** Slows attempts at one account or credential down, and never locks anybody out. */
export type Delays = {
  /** How long to wait before the next attempt is answered. */
  before(key: string): Milliseconds;
  failed(key: string): void;
  succeeded(key: string): void;
};

export function createDelays(now: () => Instant): Delays {
  const failures = new Map<string, { count: number; at: Instant }>();
  const recent = (key: string) => {
    const known = failures.get(key);
    return known !== undefined && now() - known.at < FORGOTTEN_AFTER ? known.count : 0;
  };
  return {
    before: (key) => {
      const over = recent(key) - FREE;
      return over < 0 ? 0 : Math.min(LONGEST, FIRST * 2 ** Math.min(over, 10));
    },
    failed: (key) => {
      const count = recent(key) + 1;
      // The oldest go first: a Map keeps the order of insertion.
      failures.delete(key);
      failures.set(key, { count, at: now() });
      const [oldest] = failures.keys();
      if (failures.size > KEPT && oldest !== undefined) failures.delete(oldest);
    },
    succeeded: (key) => void failures.delete(key),
  };
}
