import { createHmac } from 'node:crypto';
import type { PublishedCount } from '@haven/shared/protocol/reports';

/** Counts below this are never published. Published ones are multiples of it. */
export const LEAST = 5;

/**
 * How fast the odds fall with the size of the noise: each further step is this much less likely. The standard deviation
 * is 2.7; see docs/adr for why.
 */
const DECAY = 0.6;

/** What is added to the count of a cell: whole, and the same whenever the same cell is asked for. */
export type Noise = (cell: string) => number;

/**
 * Drawn from the two-sided geometric distribution by a keyed hash of the cell's name. Whoever has no key can rule no
 * value out, and a cell that is published a thousand times says no more than the first time.
 */
export function createNoise(key: Uint8Array): Noise {
  return (cell) => {
    const hash = createHmac('sha256', key).update(cell).digest();
    const chance = (hash.readUIntBE(0, 6) + 1) / 2 ** 48;
    const size = Math.floor(Math.log((chance * (1 + DECAY)) / 2) / Math.log(DECAY));
    return hash.readUInt8(6) % 2 === 0 ? Math.max(0, size) : -Math.max(0, size);
  };
}

/** The count as it may be published. A cell of fewer than five is hidden whatever its noise says. */
export function blurred(count: number, noise: number): PublishedCount {
  if (count < LEAST) return null;
  const rounded = LEAST * Math.round((count + noise) / LEAST);
  return rounded < LEAST ? null : rounded;
}
