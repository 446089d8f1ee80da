import { createHash } from 'node:crypto';
import { err, ok, type Result } from '@haven/shared/result';
import { type Milliseconds, seconds } from '@haven/shared/units';
import { createClient } from 'redis';
import { createPatience } from './patience';

/** How long a command may take before its caller is told that the live state cannot be reached. */
const PATIENCE: Milliseconds = seconds(4);
/** Beyond this many unanswered commands new ones are refused at once: a frozen Redis must not fill the memory. */
const PENDING_AT_MOST = 20_000;
const PING_EVERY: Milliseconds = seconds(5);
const SILENT_AT_MOST: Milliseconds = seconds(15);
const RECONNECT_AT_MOST: Milliseconds = seconds(1);

export type RedisReply = string | number | boolean | null | readonly RedisReply[];

/** A Lua script, known to Redis by its hash. */
export type Script = { readonly source: string; readonly sha: string };
const scripts: Script[] = [];
export const script = (source: string): Script => {
  const made = { source, sha: createHash('sha1').update(source).digest('hex') };
  scripts.push(made);
  return made;
};

export type RedisConnection = {
  /** One command. Whatever goes wrong, Redis' own error replies included, is `unavailable`. */
  command(words: readonly string[]): Promise<Result<RedisReply, 'unavailable'>>;
  run(
    script: Script,
    keys: readonly string[],
    values: readonly string[],
  ): Promise<Result<RedisReply, 'unavailable'>>;
  /** Resolves when Redis has confirmed. Messages of one channel come in the order in which they were published. */
  subscribe(
    channel: string,
    listener: (message: string, channel: string) => void,
  ): Promise<Result<null, 'unavailable'>>;
  unsubscribe(channel: string): void;
  /** After every connection made again: what was published in between is lost, and Redis may have forgotten all. */
  onAgain(listener: () => void): void;
  /** The two clients that @socket.io/redis-adapter works with. */
  readonly adapter: { readonly publisher: unknown; readonly subscriber: unknown };
  close(): Promise<void>;
};

export type RedisFault = { readonly name: string };

function makeClient(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    pingInterval: PING_EVERY,
    socket: {
      socketTimeout: SILENT_AT_MOST,
      reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, RECONNECT_AT_MOST),
    },
    // By default every command gets an abort timer of its own, which halves the throughput.
    commandOptions: { timeout: undefined } as unknown as Record<string, never>,
  });
}

/**
 * Two connections: commands, and subscriptions. `onFault` hears the name of every error of the connection itself,
 * never an address.
 */
export async function connectRedis(
  url: string,
  onFault: (fault: RedisFault) => void,
  within: Milliseconds = seconds(10),
): Promise<Result<RedisConnection, 'unavailable'>> {
  const client = makeClient(url);
  const subscriber = makeClient(url);
  for (const each of [client, subscriber]) {
    each.on('error', (error: unknown) => onFault({ name: error instanceof Error ? error.name : 'Error' }));
  }
  // Before anything else on each connection: a script that Redis has to be taught on the way would be overtaken by
  // the next one of its kind, and frames by the frames after them.
  client.on('ready', () => {
    for (const { source } of scripts) client.sendCommand(['SCRIPT', 'LOAD', source]).catch(() => undefined);
  });
  const patience = createPatience(PATIENCE);
  const close = async () => {
    patience.stop();
    client.destroy();
    subscriber.destroy();
  };
  const connected = await Promise.race([
    Promise.all([client.connect(), subscriber.connect()]).then(
      () => true,
      () => false,
    ),
    new Promise<false>((resolve) => setTimeout(resolve, within, false).unref()),
  ]);
  if (!connected) {
    await close();
    return err('unavailable');
  }
  const again = new Set<() => void>();
  for (const each of [client, subscriber]) {
    each.on('ready', () => {
      if (client.isReady && subscriber.isReady) for (const listener of again) listener();
    });
  }

  const send = (words: readonly string[]): Promise<RedisReply> =>
    client.sendCommand(words as string[]) as unknown as Promise<RedisReply>;

  const command: RedisConnection['command'] = (words) =>
    patience.size() < PENDING_AT_MOST ? patience.wait(send(words)) : Promise.resolve(err('unavailable'));

  return ok({
    command,
    run: ({ sha, source }, keys, values) => {
      if (patience.size() >= PENDING_AT_MOST) return Promise.resolve(err('unavailable'));
      const words = ['EVALSHA', sha, String(keys.length), ...keys, ...values];
      return patience.wait(
        send(words).catch((error: unknown) => {
          // Somebody made Redis forget its scripts; EVAL teaches it again.
          if (error instanceof Error && error.message.startsWith('NOSCRIPT')) {
            return send(['EVAL', source, ...words.slice(2)]);
          }
          throw error;
        }),
      );
    },
    subscribe: async (channel, listener) => {
      const outcome = await patience.wait(subscriber.sSubscribe(channel, listener).then(() => null));
      return outcome.ok ? ok(null) : outcome;
    },
    unsubscribe: (channel) => {
      subscriber.sUnsubscribe(channel).catch(() => undefined);
    },
    onAgain: (listener) => {
      again.add(listener);
    },
    adapter: {
      publisher: tolerantPublisher(client),
      subscriber,
    },
    close,
  });
}

/** The adapter publishes without looking at the outcome; a rejection that nobody catches would end the process. */
function tolerantPublisher(client: ReturnType<typeof makeClient>): unknown {
  return {
    pSubscribe: () => undefined,
    on: () => undefined,
    off: () => undefined,
    publish: (channel: string, message: string | Buffer) => {
      client.publish(channel, message).catch(() => undefined);
    },
  };
}
