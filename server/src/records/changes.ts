import { type Clock } from '@haven/shared/transport/socket-port';
import { seconds } from '@haven/shared/units';
import { sql } from 'drizzle-orm';
import type { Db } from './database';
import type { Listen } from './listen';
import { createLooker } from './looker';
import { recordChanges } from './schema/record-changes';
import type { Topic } from './topics';

/** News may be lost, with a connection for example. */
const LOOK_EVERY = seconds(3);

/**
 * Tells all nodes that records of this topic have changed. Within a transaction they are told when it is committed,
 * and not at all when it is not.
 */
export async function announceChange(db: Db, topic: Topic): Promise<void> {
  await db
    .insert(recordChanges)
    .values({ topic, revision: 1 })
    .onConflictDoUpdate({
      target: recordChanges.topic,
      set: { revision: sql`${recordChanges.revision} + 1` },
    });
  await db.execute(sql`select pg_notify('haven_records', ${topic})`);
}

export type Changes = {
  /** Calls back after each change from now on, several at once possibly only once; gives the way to end that. */
  readonly onChange: (topic: Topic, callback: () => void) => () => void;
  /** The last look failed. */
  readonly isAway: () => boolean;
  readonly stop: () => Promise<void>;
};

type Deps = {
  readonly db: Db;
  readonly listen: Listen;
  readonly clock: Clock;
  readonly onFault: (thrown: unknown) => void;
};

/** What this node has seen of the records' changes. */
export async function watchChanges({ db, listen, clock, onFault }: Deps): Promise<Changes> {
  const callbacks = new Map<string, Set<() => void>>();
  let seen = new Map<string, number>();
  const read = async () => {
    const rows = await db.select().from(recordChanges);
    return new Map(rows.map(({ topic, revision }) => [topic, revision]));
  };
  let isAway = false;
  const readAgain = () =>
    read().catch((thrown: unknown) => {
      isAway = true;
      throw thrown;
    });
  const lookOnce = async (): Promise<void> => {
    const now = await readAgain();
    isAway = false;
    const changed = [...now].filter(([topic, revision]) => seen.get(topic) !== revision);
    seen = now;
    for (const [topic] of changed) for (const callback of callbacks.get(topic) ?? []) callback();
  };
  const { look, stop } = createLooker({ lookOnce, every: () => LOOK_EVERY, clock, onFault });

  seen = await read();
  const stopListening = listen(look);
  look();

  return {
    onChange: (topic, callback) => {
      const those = callbacks.get(topic) ?? new Set();
      callbacks.set(topic, those.add(callback));
      return () => void those.delete(callback);
    },
    isAway: () => isAway,
    stop: async () => {
      const stopped = stop();
      await stopListening();
      await stopped;
    },
  };
}
