import type { Random, Sodium } from '../crypto/sodium';
import type { Instant } from '../units';

/** What an endpoint is given; it touches nothing else. */
export interface EndpointDeps<From> {
  readonly sodium: Sodium;
  readonly random: Random;
  readonly now: () => Instant;
  readonly post: (message: From) => void;
}

/** An engine without I/O: messages and time go in, messages come out through `post`. */
export interface Endpoint<To> {
  handle(message: To): void;
  /** Does what has become due; about once a second, and no later than `due` says. */
  tick(): void;
  /** When `tick` has something to do next; null: nothing is waiting for time to pass. */
  due(): Instant | null;
}
