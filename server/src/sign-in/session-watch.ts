import { type Instant, minutes } from '@haven/shared/units';
import type { Db } from '../records/database';
import { forgetSessions, sessionsAmong, touchSessions } from '../records/sessions';

const EVERY = minutes(1);

/** A connection that a session opened. */
export type Watched = { readonly session: string; end(): void };

export type SessionWatch = { start(): void; stop(): void };

type Deps = {
  readonly db: Db;
  /** Those of this node. */
  readonly connections: () => readonly Watched[];
  /** Calls back when sessions were ended, on whichever node. */
  readonly onEnded: (callback: () => void) => () => void;
  readonly onFault: (thrown: unknown) => void;
  readonly now: () => Instant;
};

/**
 * Ends the connections of sessions that ended, and keeps those alive that have a connection. A database that cannot be
 * asked ends nobody's shift: the next look does.
 */
export function createSessionWatch({ db, connections, onEnded, onFault, now }: Deps): SessionWatch {
  const endOver = async () => {
    const alive = connections();
    const holding = await sessionsAmong(db, [...new Set(alive.map(({ session }) => session))], now());
    for (const connection of alive) if (!holding.has(connection.session)) connection.end();
    return holding;
  };
  const guarded = (work: () => Promise<unknown>) => () => void work().catch(onFault);
  let timer: NodeJS.Timeout | undefined;
  let stopListening = () => undefined as void;
  return {
    start: () => {
      stopListening = onEnded(guarded(endOver));
      timer = setInterval(
        guarded(async () => {
          await touchSessions(db, [...(await endOver())], now());
          await forgetSessions(db, now());
        }),
        EVERY,
      );
      timer.unref();
    },
    stop: () => {
      clearInterval(timer);
      stopListening();
    },
  };
}
