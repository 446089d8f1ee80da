import { openWebSocket } from './web-socket';

/** A conversation with a running Node process, for what only the engine itself can tell. */
export type Inspector = {
  call(method: string, params?: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** The whole heap, after garbage was collected, as the engine's developer tools save it. */
  heapSnapshot(): Promise<string>;
  collectGarbage(): Promise<void>;
  stop(): void;
};

type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly chunk?: string };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
};

/** Makes Node listen to an inspector on a free port of 127.0.0.1. */
export const INSPECTABLE = '--inspect=127.0.0.1:0';

/** Connects to a process that was started with INSPECTABLE; `output` is what it has written so far. */
export async function openInspector(output: string): Promise<Inspector> {
  const address = /ws:\/\/127\.0\.0\.1:(?<port>\d+)(?<path>\/\S+)/.exec(output)?.groups;
  if (address?.['port'] === undefined || address['path'] === undefined) {
    throw new Error('The process was not started to be inspected.');
  }
  const waiting = new Map<number, (message: Message) => void>();
  const chunks: string[] = [];
  let asked = 0;
  let closed: string | undefined;
  const wire = openWebSocket(
    { port: Number(address['port']) },
    address['path'],
    {},
    (text) => {
      const message = JSON.parse(text) as Message;
      if (message.id !== undefined) waiting.get(message.id)?.(message);
      else if (message.method === 'HeapProfiler.addHeapSnapshotChunk')
        chunks.push(message.params?.chunk ?? '');
    },
    (reason) => {
      closed = reason;
      for (const settle of waiting.values()) settle({ error: { message: reason } });
    },
  );
  const call: Inspector['call'] = (method, params = {}) =>
    new Promise((resolve, reject) => {
      if (closed !== undefined) {
        reject(new Error(closed));
        return;
      }
      asked += 1;
      const id = asked;
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error === undefined) resolve(result);
        else reject(new Error(`${method}: ${error.message}`));
      });
      wire.send(JSON.stringify({ id, method, params }));
    });
  return {
    call,
    heapSnapshot: async () => {
      chunks.length = 0;
      await call('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
      return chunks.join('');
    },
    collectGarbage: async () => {
      // The first run finds what finalisers hold, the second takes it away.
      await call('HeapProfiler.collectGarbage');
      await call('HeapProfiler.collectGarbage');
    },
    stop: wire.close,
  };
}
