import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasher, wordsOf } from './sha256';
import { solve } from './solve';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

describe('The proof of work', () => {
  it('hashes like everybody else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), fc.array(fc.string()), (salt, endings) => {
        const own = hasher(salt);
        for (const ending of endings) expect([...own(ending)]).toEqual(wordsOf(hash(salt + ending)));
      }),
    );
  });

  it('finds the number that was hidden', () => {
    const salt = 'c2FsdA?expires=1795461128';
    expect(solve({ salt, challenge: hash(`${salt}1234`), maxNumber: 5_000 })).toBe(1234);
  });

  it('gives up on a puzzle that has no answer', () => {
    expect(solve({ salt: 'salt', challenge: '0'.repeat(64), maxNumber: 500 })).toBeNull();
  });
});
