import { loadSodium, systemRandom } from '@haven/shared/crypto/sodium';
import type { FromVisitorWorker, ToVisitorWorker } from '@haven/shared/endpoint/visitor-worker';
import { createVisitorEndpoint } from '@haven/shared/endpoint/visitor-endpoint';
import { runEndpoint } from '@haven/shared/endpoint/run-endpoint';

// All keys and all words of the chat live here, in a script that may talk to its page and to nobody else. Terminating
// this worker is the wipe.
const worker = self as unknown as DedicatedWorkerGlobalScope;
const post = (message: FromVisitorWorker): void => worker.postMessage(message);

/** What the page says before the WebAssembly has started is heard afterwards. */
const early: ToVisitorWorker[] = [];
let hear = (message: ToVisitorWorker): void => {
  early.push(message);
};
worker.addEventListener('message', ({ data }: MessageEvent<ToVisitorWorker>) => hear(data));

loadSodium().then(
  (sodium) => {
    const endpoint = createVisitorEndpoint({ sodium, random: systemRandom(sodium), now: Date.now, post });
    hear = runEndpoint(endpoint, {
      now: Date.now,
      failed: () => post({ type: 'failed', reason: 'internal' }),
      after: (delay, act) => {
        const timer = setTimeout(act, delay);
        return () => clearTimeout(timer);
      },
    });
    for (const message of early.splice(0)) hear(message);
  },
  () => post({ type: 'failed', reason: 'no-crypto' }),
);
