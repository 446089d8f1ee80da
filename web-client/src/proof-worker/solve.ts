import { hasher, wordsOf } from './sha256';

export type Puzzle = { readonly salt: string; readonly challenge: string; readonly maxNumber: number };

/** The number below `maxNumber` whose hash behind the salt is the challenge; null when there is none. */
export function solve({ salt, challenge, maxNumber }: Puzzle): number | null {
  const hash = hasher(salt);
  const wanted = wordsOf(challenge);
  for (let number = 0; number < maxNumber; number++) {
    const found = hash(String(number));
    if (found[0] === wanted[0] && found.every((word, i) => word === wanted[i])) return number;
  }
  return null;
}
