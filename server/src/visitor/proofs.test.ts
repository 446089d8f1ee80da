import { createHash } from 'node:crypto';
import { minutes } from '@haven/shared/units';
import { describe, expect, test } from 'vitest';
import { proofChallenge, type ProofChallenge } from '@haven/shared/protocol/visitor-events';
import { createMemoryOnceStore } from '../live/once-store';
import { createKeyring } from '../tokens/keyring';
import { createProofs, EFFORT } from './proofs';

const NOON = Date.UTC(2026, 10, 23, 12);

function setup() {
  const state = { now: NOON, flooded: false };
  const now = () => state.now;
  const proofs = createProofs({
    keyring: createKeyring('a secret of at least thirty-two characters'),
    once: createMemoryOnceStore(now),
    now,
    isFlooded: () => state.flooded,
  });
  return { state, proofs };
}

function solve({ salt, challenge, signature, maxNumber }: ProofChallenge) {
  for (let number = 0; number < maxNumber; number += 1) {
    const hash = createHash('sha256')
      .update(salt + number)
      .digest('hex');
    if (hash === challenge) return { salt, challenge, signature, number };
  }
  throw new Error('The challenge has no solution');
}

const WRONG = { ok: false, error: 'proof-wrong' };

describe('A proof of work', () => {
  test('has a solution, which is good once', async () => {
    const { proofs } = setup();
    const challenge = proofs.challenge('amina');
    expect(proofChallenge.parse(challenge)).toEqual(challenge);
    const solution = solve(challenge);
    expect(await proofs.check(solution, ['another', 'amina'])).toEqual({ ok: true, value: null });
    expect(await proofs.check(solution, ['amina'])).toEqual(WRONG);
  });

  test('is worth nothing for another chat, after its time, or changed in any part', async () => {
    const { proofs, state } = setup();
    const solution = solve(proofs.challenge('amina'));
    expect(await proofs.check(solution, ['bilal'])).toEqual(WRONG);
    expect(await proofs.check({ ...solution, number: solution.number + 1 }, ['amina'])).toEqual(WRONG);
    const salt = solution.salt.replace('for=amina', 'for=bilal');
    expect(await proofs.check({ ...solution, salt }, ['bilal'])).toEqual(WRONG);
    const later = solution.salt.replace(/expires=1/, 'expires=2');
    expect(await proofs.check({ ...solution, salt: later }, ['amina'])).toEqual(WRONG);
    const other = solve(proofs.challenge('amina'));
    expect(await proofs.check({ ...solution, signature: other.signature }, ['amina'])).toEqual(WRONG);
    expect(await proofs.check({ ...solution, challenge: other.challenge }, ['amina'])).toEqual(WRONG);
    state.now += minutes(10);
    expect(await proofs.check(solution, ['amina'])).toEqual(WRONG);
  });

  test('is light on an ordinary day and heavy in a flood', () => {
    const { proofs, state } = setup();
    expect(proofs.challenge('amina').maxNumber).toBe(EFFORT.usual);
    state.flooded = true;
    expect(proofs.challenge('amina').maxNumber).toBe(EFFORT.flood);
  });
});
