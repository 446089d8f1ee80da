import type { FromStaffWorker, ToStaffWorker } from '@haven/shared/endpoint/staff-worker';
import type { DeviceProof } from '@haven/shared/protocol/sign-in';
import { startWorker } from './worker-script';

/** All but what was asked for by itself. */
export type Told = Exclude<FromStaffWorker, { type: 'proof' }>;

/** The page's side of the worker that holds the keys. */
export type WorkerPort = {
  post(message: ToStaffWorker): void;
  /** One listener; what came before it is given to it first. */
  listen(listener: (message: Told) => void): void;
  /** Has this browser's key sign a challenge of the server. */
  prove(challenge: string): Promise<DeviceProof>;
  /** The wipe: every key and every word of this tab is gone. */
  terminate(): void;
};

export const startCryptoWorker = (): WorkerPort => {
  const worker = startWorker('crypto');
  const early: Told[] = [];
  const asked = new Map<string, (proof: DeviceProof) => void>();
  let hear = (message: Told): void => {
    early.push(message);
  };
  const proven = (proof: DeviceProof): void => {
    asked.get(proof.challenge)?.(proof);
    asked.delete(proof.challenge);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<FromStaffWorker>) => {
    if (data.type === 'proof') proven(data.proof);
    else hear(data);
  });
  worker.addEventListener('error', () => hear({ type: 'failed', reason: 'internal' }));
  return {
    post: (message) => worker.postMessage(message),
    listen: (listener) => {
      hear = listener;
      for (const message of early.splice(0)) listener(message);
    },
    prove: (challenge) =>
      new Promise((resolve) => {
        asked.set(challenge, resolve);
        worker.postMessage({ type: 'prove', challenge } satisfies ToStaffWorker);
      }),
    terminate: () => worker.terminate(),
  };
};
