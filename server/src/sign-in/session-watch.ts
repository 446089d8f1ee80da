import { type Instant, minutes, seconds } from '@haven/shared/units';
import type { Db } from '../records/database';
import { forgetSessions, sessionsAmong, touchSessions } from '../records/sessions';

const EVERY = minutes(1);
/** After a look that failed. */
const AGAIN = seconds(1);

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
 * asked ends nobody's shift, however long it was away: an open console is use, so that is written first.
 */
export function createSessionWatch({ db, connections, onEnded, onFault, now }: Deps): SessionWatch {
  const endOver = async () => {
    const alive = connections();
    const open = [...new Set(alive.map(({ session }) => session))];
    await touchSessions(db, open, now());
    const holding = await sessionsAmong(db, open, now());
    for (const connection of alive) if (!holding.has(connection.session)) connection.end();
  };
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const lookLater = (wait: number) => {
    timer = setTimeout(() => void look(), wait);
    timer.unref();
  };
  const look = async () => {
    const wait = await endOver()
      .then(() => forgetSessions(db, now()))
      .then(
        () => EVERY,
        (thrown: unknown) => {
          onFault(thrown);
          return AGAIN;
        },
      );
    if (!isStopped) lookLater(wait);
  };
  let stopListening = () => undefined as void;
  return {
    start: () => {
      stopListening = onEnded(() => void endOver().catch(onFault));
      lookLater(EVERY);
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      stopListening();
    },
  };
}
