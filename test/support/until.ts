import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 15;
/** Nobody waits that long unless something is wrong, or the machine has much else to do. */
const DEFAULT_WITHIN_MS = 30_000;

/** What a condition gives while it does not hold. */
type NotYet = false | null | undefined;

export type Patience = {
  /** Milliseconds. */
  readonly within?: number;
  /** What to add to the message when the fact never came: the state as it was then. */
  readonly seen?: () => unknown;
};

/**
 * Waits for a fact and gives it back; throws, naming the fact, when it has not come in time. A condition that
 * throws or rejects counts as not yet; the last such error is the cause of the failure.
 */
export async function until<T>(
  fact: string,
  condition: () => T | NotYet | Promise<T | NotYet>,
  { within = DEFAULT_WITHIN_MS, seen }: Patience = {},
): Promise<T> {
  const deadline = performance.now() + within;
  let cause: unknown;
  do {
    try {
      const value = await condition();
      if (value !== false && value !== null && value !== undefined) return value;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await pause(POLL_MS);
  } while (performance.now() < deadline);
  const state = seen === undefined ? '' : `; seen: ${JSON.stringify(seen())}`;
  throw new Error(`Waited ${within} ms in vain until ${fact}${state}`, { cause });
}

/** Gives the promise's value, or throws, naming the fact, when it has not settled in time. */
export async function within<T>(milliseconds: number, fact: string, promise: Promise<T>): Promise<T> {
  const stop = new AbortController();
  const late = pause(milliseconds, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`Waited ${milliseconds} ms in vain until ${fact}`);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    late.catch(() => undefined);
    stop.abort();
  }
}
