import type { FromStaffWorker, ToStaffWorker } from '@haven/shared/endpoint/staff-worker';
// The bundler makes this export: the address of the worker it has built.
// oxlint-disable-next-line import/default
import workerUrl from '../crypto-worker/crypto-worker?worker&url';

/** The page's side of the worker that holds the keys. */
export type WorkerPort = {
  post(message: ToStaffWorker): void;
  /** One listener; what came before it is given to it first. */
  listen(listener: (message: FromStaffWorker) => void): void;
  /** The wipe: every key and every word of this tab is gone. */
  terminate(): void;
};

type ScriptUrlPolicy = { createScriptURL(url: string): string };
type TrustedTypes = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
};

/** The one name that the page's content security policy allows; this page knows one script to give it. */
const POLICY = 'haven-workers';

const trusted = (url: string): string => {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const rules = {
    createScriptURL: (asked: string) => {
      if (asked !== workerUrl) throw new TypeError('This page runs one worker.');
      return asked;
    },
  };
  return trustedTypes === undefined ? url : trustedTypes.createPolicy(POLICY, rules).createScriptURL(url);
};

export const startCryptoWorker = (): WorkerPort => {
  const worker = new Worker(trusted(workerUrl), { type: 'module', name: 'crypto' });
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
