import { err, ok, type Result } from '@haven/shared/result';
import type { WorkerFailure } from '../features/sign-in/sign-in-store';
import { startCryptoWorker, type WorkerPort } from './crypto-worker-port';

/** The worker that holds this browser's key. */
export type Device = { readonly worker: WorkerPort; readonly publicKey: string };

/** Starts it when it is first asked for. */
export type DeviceOpener = {
  open(): Promise<Result<Device, WorkerFailure>>;
  /** Wipes what the worker holds; the browser's key stays. */
  close(): void;
};

export const createDeviceOpener = (startWorker: () => WorkerPort = startCryptoWorker): DeviceOpener => {
  let opened: { readonly worker: WorkerPort; readonly key: Promise<Result<Device, WorkerFailure>> } | null =
    null;
  const begin = () => {
    const worker = startWorker();
    const key = new Promise<Result<Device, WorkerFailure>>((resolve) => {
      worker.listen((message) => {
        if (message.type === 'device') resolve(ok({ worker, publicKey: message.publicKey }));
        if (message.type === 'failed') resolve(err(message.reason));
      });
      worker.post({ type: 'open-device' });
    });
    return { worker, key };
  };
  return {
    open: () => {
      opened ??= begin();
      return opened.key;
    },
    close: () => {
      opened?.worker.terminate();
      opened = null;
    },
  };
};
