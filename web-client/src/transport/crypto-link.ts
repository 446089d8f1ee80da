import type {
  FromVisitorWorker,
  ToVisitorWorker,
  VisitorRelayEvent,
} from '@haven/shared/endpoint/visitor-worker';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { Clock } from '@haven/shared/transport/socket-port';
import { seconds } from '@haven/shared/units';

/** What of a Worker is needed. */
export type WorkerPort = Pick<
  Worker,
  'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'
>;

export type CryptoLinkDeps = {
  readonly start: () => WorkerPort;
  /** The relay's part: what the worker wants done there; null: the relay has it. */
  readonly submit: (event: VisitorRelayEvent, payload: unknown) => Promise<ErrorCode | null>;
  readonly onMessage: (message: Exclude<FromVisitorWorker, { type: 'relay' }>) => void;
  readonly clock: Clock;
};

export type CryptoLink = {
  tell(message: ToVisitorWorker): void;
  stop(): void;
};

/** A bad network gets its time, a browser that refuses the script is told of. */
const TRIES = 5;
const WAIT = seconds(3);

/** The page's end of the worker that holds the keys: its requests go to the relay, everything else to the state. */
export function startCryptoLink({ start, submit, onMessage, clock }: CryptoLinkDeps): CryptoLink {
  let stopped = false;
  let tries = 0;
  let worker: WorkerPort | null = null;
  /** What a worker whose script could not be fetched never heard; null once one has answered. */
  let unheard: ToVisitorWorker[] | null = [];

  const tell = (message: ToVisitorWorker): void => {
    if (stopped) return;
    unheard?.push(message);
    worker?.postMessage(message);
  };

  const hear = (message: FromVisitorWorker): void => {
    unheard = null;
    if (message.type !== 'relay') return onMessage(message);
    const { token, event, payload } = message;
    void submit(event, payload).then((error) => tell({ type: 'relay-outcome', token, error }));
  };

  const failed = (): void => {
    if (stopped) return;
    worker?.terminate();
    worker = null;
    // One that had answered takes its keys along: there is nothing to go on with.
    if (unheard === null || tries >= TRIES) onMessage({ type: 'failed', reason: 'internal' });
    else clock.after(WAIT, launch);
  };

  const launch = (): void => {
    if (stopped) return;
    tries += 1;
    const started = start();
    worker = started;
    started.onmessage = ({ data }: MessageEvent<FromVisitorWorker>) => {
      if (!stopped && worker === started) hear(data);
    };
    started.onerror = failed;
    started.onmessageerror = failed;
    for (const message of unheard ?? []) started.postMessage(message);
  };

  launch();
  return {
    tell,
    stop: () => {
      stopped = true;
      worker?.terminate();
    },
  };
}
