import { createHash } from 'node:crypto';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { ProofSolution } from '@haven/shared/protocol/visitor-events';
import { err, ok } from '@haven/shared/result';
import { describe, expect, it } from 'vitest';
import { solve } from '../proof-worker/solve';
import { prove } from './proof';

const SALT = 'salt?expires=1&';
const challenge = {
  algorithm: 'SHA-256',
  salt: SALT,
  challenge: createHash('sha256').update(`${SALT}41`).digest('hex'),
  maxNumber: 100,
  signature: 'signature',
} as const;

function relay(...outcomes: (ErrorCode | null)[]) {
  const shown: ProofSolution[] = [];
  return {
    shown,
    challenge: () => Promise.resolve(ok(challenge)),
    prove: (solution: ProofSolution) => {
      shown.push(solution);
      return Promise.resolve(outcomes.shift() ?? null);
    },
  };
}

function solver() {
  const state = { stopped: false };
  return {
    state,
    solve: (puzzle: Parameters<typeof solve>[0]) => Promise.resolve(solve(puzzle)),
    stop: () => void (state.stopped = true),
  };
}

const SOLUTION = { salt: SALT, challenge: challenge.challenge, signature: 'signature', number: 41 };

describe('Showing the proof of work', () => {
  it('solves the server’s own puzzle and leaves no worker behind', async () => {
    const server = relay(null);
    const work = solver();
    await prove(server, work);
    expect(server.shown).toEqual([SOLUTION]);
    expect(work.state.stopped).toBe(true);
  });

  it('asks for another puzzle when a slow device was too late, but not for ever', async () => {
    const server = relay('proof-wrong', 'proof-wrong', 'proof-wrong', 'proof-wrong');
    const work = solver();
    await prove(server, work);
    expect(server.shown).toHaveLength(3);
    expect(work.state.stopped).toBe(true);
  });

  it('lets a visitor through without it when it cannot be had', async () => {
    const server = relay();
    const work = solver();
    await prove({ ...server, challenge: () => Promise.resolve(err('unavailable')) }, work);
    await prove(server, { ...work, solve: () => Promise.resolve(null) });
    expect(server.shown).toEqual([]);
    expect(work.state.stopped).toBe(true);
  });
});
