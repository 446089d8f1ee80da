import { loadSodium } from '@haven/shared/crypto/sodium';
import { checkVectors } from '@haven/shared/crypto/vectors/check';
import type { GoldenVectors } from '@haven/shared/crypto/vectors/golden-vectors';

// Takes the place of a crypto worker's script, under the policy that came with it.

/** What a test asks of this worker. */
export type GoldenWorker = {
  readonly check: (vectors: GoldenVectors) => Promise<string[]>;
  /** Whether the policy lets this worker talk to its own server. */
  readonly mayFetch: (path: string) => Promise<boolean>;
};

const worker: GoldenWorker = {
  check: async (vectors) => checkVectors(await loadSodium(), vectors),
  mayFetch: (path) =>
    fetch(path).then(
      () => true,
      () => false,
    ),
};
Object.assign(globalThis, worker);
