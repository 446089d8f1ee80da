import type { FromKeysWorker, KeysTask, KeysWork } from '@haven/shared/ceremony/keys-work';
import { err, ok, type Result } from '@haven/shared/result';

/** Has something done with the keys of this browser. `failed`: the browser could not. */
export type KeyWork = <T extends KeysTask>(
  task: T,
  ask: KeysWork[T]['ask'],
) => Promise<Result<KeysWork[T]['answer'], 'failed'>>;

export type KeysPort = {
  readonly work: KeyWork;
  /** The wipe, of a root that was typed in as well. */
  terminate(): void;
};

export type KeysWorkerLike = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

/** The page's side of the worker that signs; it is started when there is something to do. */
export const createKeysPort = (start: () => KeysWorkerLike): KeysPort => {
  const open = new Map<number, (result: Result<unknown, 'failed'>) => void>();
  let worker: KeysWorkerLike | null = null;
  let number = 0;

  const fail = () => {
    worker?.terminate();
    worker = null;
    for (const done of open.values()) done(err('failed'));
    open.clear();
  };
  const launch = (): KeysWorkerLike => {
    const started = start();
    started.addEventListener('message', (event) => {
      const message = (event as MessageEvent<FromKeysWorker>).data;
      open.get(message.number)?.('failed' in message ? err('failed') : ok(message.answer));
      open.delete(message.number);
    });
    started.addEventListener('error', fail);
    return started;
  };

  return {
    work: (task, ask) => {
      worker ??= launch();
      number += 1;
      const own = number;
      const answer = new Promise<Result<unknown, 'failed'>>((resolve) => open.set(own, resolve));
      worker.postMessage({ number: own, task, ask });
      return answer as ReturnType<KeyWork> as never;
    },
    terminate: fail,
  };
};
