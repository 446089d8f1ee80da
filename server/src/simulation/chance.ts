/** Chance that a seed decides: the same course of things every time. mulberry32. */
export type Chance = {
  /** From 0 to 1. */
  readonly next: () => number;
  readonly once: (probability: number) => boolean;
  /** Exponential with this mean: most are shorter, a few much longer. */
  readonly about: (mean: number) => number;
  /** Lognormal with this mean: hardly any is very short. */
  readonly roughly: (mean: number) => number;
  readonly oneOf: <T>(list: readonly T[]) => T;
  /** Another chance, of the same seed but for this purpose: what one draws does not shift what the other does. */
  readonly of: (purpose: string) => Chance;
};

/** How far lengths of conversations lie apart: the standard deviation is about two thirds of the mean. */
const SPREAD = 0.6;

export function createChance(seed: number): Chance {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    once: (probability) => next() < probability,
    about: (mean) => -Math.log(1 - next()) * mean,
    roughly: (mean) => mean * Math.exp(SPREAD * normal() - SPREAD ** 2 / 2),
    oneOf: <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T,
    of: (purpose) =>
      createChance(
        Array.from(purpose).reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), seed),
      ),
  };
}
