import type { FromStaffWorker, ToStaffWorker } from '@haven/shared/endpoint/staff-worker';
import { startWorker } from './worker-script';

/** The page's side of the worker that holds the keys. */
export type WorkerPort = {
  post(message: ToStaffWorker): void;
  /** One listener; what came before it is given to it first. */
  listen(listener: (message: FromStaffWorker) => void): void;
  /** The wipe: every key and every word of this tab is gone. */
  terminate(): void;
};

export const startCryptoWorker = (): WorkerPort => {
  const worker = startWorker('crypto');
  const early: FromStaffWorker[] = [];
  let hear = (message: FromStaffWorker): void => {
    early.push(message);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<FromStaffWorker>) => hear(data));
  worker.addEventListener('error', () => hear({ type: 'failed', reason: 'internal' }));
  return {
    post: (message) => worker.postMessage(message),
    listen: (listener) => {
      hear = listener;
      for (const message of early.splice(0)) listener(message);
    },
    terminate: () => worker.terminate(),
  };
};
