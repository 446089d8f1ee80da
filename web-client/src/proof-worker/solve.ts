import { sha256 } from './sha256';

export type Puzzle = { readonly salt: string; readonly challenge: string; readonly maxNumber: number };

/** The number below `maxNumber` whose hash behind the salt is the challenge; null when there is none. */
export function solve({ salt, challenge, maxNumber }: Puzzle): number | null {
  for (let number = 0; number < maxNumber; number++) {
    if (sha256(salt + number) === challenge) return number;
  }
  return null;
}
