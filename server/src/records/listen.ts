import type { Clock } from '@haven/shared/transport/socket-port';
import { seconds } from '@haven/shared/units';
import { Client, type PoolConfig } from 'pg';

const CHANNEL = 'haven_records';
const AGAIN_AFTER = seconds(1);

/** Calls back when records may have changed; gives the way to end that. */
export type Listen = (callback: () => void) => () => Promise<void>;

/** On a connection of its own, which is made again when it breaks. */
export function listenAtServer(config: PoolConfig, clock: Clock): Listen {
  return (callback) => {
    let client: Client | null = null;
    let isStopped = false;
    let cancel = (): void => undefined;

    const connect = async (): Promise<void> => {
      const own = new Client(config);
      client = own;
      let isOver = false;
      const over = () => {
        if (isOver) return;
        isOver = true;
        own.end().catch(() => undefined);
        if (!isStopped) cancel = clock.after(AGAIN_AFTER, () => void connect());
      };
      own.on('error', over);
      own.on('end', over);
      own.on('notification', callback);
      try {
        await own.connect();
        await own.query(`listen ${CHANNEL}`);
        // Something may have changed while nobody listened.
        callback();
      } catch {
        over();
      }
    };

    void connect();
    return async () => {
      isStopped = true;
      cancel();
      await client?.end().catch(() => undefined);
    };
  };
}

/** On the connections of a pool, where the database knows one session only: `verify` is for the pool's settings. */
export function listenOnPool(): { readonly listen: Listen; readonly verify: PoolConfig['verify'] } {
  const callbacks = new Set<() => void>();
  const tell = () => {
    for (const callback of callbacks) callback();
  };
  return {
    verify: (client, done) => {
      client.on('notification', tell);
      client.query(`listen ${CHANNEL}`, (error: Error | null) => done(error ?? undefined));
    },
    listen: (callback) => {
      callbacks.add(callback);
      return async () => void callbacks.delete(callback);
    },
  };
}
