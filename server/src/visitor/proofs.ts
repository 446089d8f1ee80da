import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { ProofChallenge, ProofSolution } from '@haven/shared/protocol/visitor-events';
import { err, ok, type Result } from '@haven/shared/result';
import { type Instant, minutes } from '@haven/shared/units';
import type { OnceStore } from '../live/once-store';
import type { Keyring } from '../tokens/keyring';

/** A second or so of an old phone's work, and what it becomes while the desk is being flooded. */
export const EFFORT = { usual: 20_000, flood: 400_000 } as const;
const VALID_FOR = minutes(10);

export type Proofs = {
  /** Good for this chat or connection only. */
  challenge(subject: string): ProofChallenge;
  /** Once for every challenge. */
  check(solution: ProofSolution, subjects: readonly string[]): Promise<Result<null, ErrorCode>>;
};

type Deps = {
  readonly keyring: Keyring;
  readonly once: OnceStore;
  readonly now: () => Instant;
  readonly isFlooded: () => boolean;
};

/** In the form of altcha: SHA-256(salt + number) is the challenge, and the salt names subject and time. */
export function createProofs({ keyring, once, now, isFlooded }: Deps): Proofs {
  return {
    challenge: (subject) => {
      const maxNumber = isFlooded() ? EFFORT.flood : EFFORT.usual;
      const expires = now() + VALID_FOR;
      const salt = `${randomBytes(12).toString('base64url')}?for=${subject}&expires=${expires}&`;
      const challenge = digest(salt, randomInt(maxNumber));
      const signature = keyring.sign('proof', challenge);
      return { algorithm: 'SHA-256', salt, challenge, maxNumber, signature };
    },
    check: async ({ salt, challenge, signature, number }, subjects) => {
      const [, subject = '', expires = ''] = /^[^?]+\?for=([^&]+)&expires=(\d+)&$/.exec(salt) ?? [];
      const until = Number(expires);
      if (!subjects.includes(subject) || !(until > now())) return err('proof-wrong');
      if (keyring.open('proof', signature) !== challenge) return err('proof-wrong');
      const found = Buffer.from(digest(salt, number));
      if (!timingSafeEqual(found, Buffer.from(challenge))) return err('proof-wrong');
      const first = await once.use(`proof:${challenge}`, until);
      if (!first.ok) return first;
      return first.value ? ok(null) : err('proof-wrong');
    },
  };
}

const digest = (salt: string, number: number): string =>
  createHash('sha256').update(`${salt}${number}`).digest('hex');
