import type { Random, Sodium } from '@haven/shared/crypto/sodium';
import type { Instant } from '@haven/shared/units';

/** What a command is given: the person at the terminal, the clock and the source of randomness. */
export interface Host {
  readonly sodium: Sodium;
  readonly random: Random;
  readonly now: Instant;
  say(line: string): void;
  /** One line from the person; not echoed when `hidden`. Empty when there is nobody to ask. */
  ask(question: string, options?: { readonly hidden: boolean }): Promise<string>;
}

/** Ends a command with one sentence for the person who gave it. Nothing was written. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
