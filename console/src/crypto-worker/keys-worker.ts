import { createKeysDesk } from '@haven/shared/ceremony/keys-desk';
import type { FromKeysWorker, KeysTask, ToKeysWorker } from '@haven/shared/ceremony/keys-work';
import { loadSodium, systemRandom } from '@haven/shared/crypto/sodium';
import { openKey, openMemory } from './key-store';

// The organisation's keys are made and used here, in a script that may talk to its page and to nobody else; a root that
// was typed in is forgotten with this worker at the latest.
const worker = self as unknown as DedicatedWorkerGlobalScope;
const post = (message: FromKeysWorker): void => worker.postMessage(message);

const platform = {
  // Keys that an issuer or a root has certified outlive a tab, and the head of the log that was seen.
  // oxlint-disable-next-line no-restricted-globals
  factory: indexedDB,
  subtle: crypto.subtle,
  locks: navigator.locks,
};

const desk = loadSodium().then((sodium) =>
  createKeysDesk({
    sodium,
    random: systemRandom(sodium),
    now: Date.now,
    device: () => openKey(platform, 'staff'),
    issuer: () => openKey(platform, 'issuer'),
    memory: openMemory(platform.factory),
  }),
);

const work = async <T extends KeysTask>({
  number,
  task,
  ask,
}: Extract<ToKeysWorker, { task: T }>): Promise<void> => {
  try {
    const act = (await desk)[task] as (given: unknown) => Promise<unknown>;
    post({ number, answer: await act(ask) });
  } catch {
    post({ number, failed: true });
  }
};

worker.addEventListener('message', ({ data }: MessageEvent<ToKeysWorker>) => void work(data));
