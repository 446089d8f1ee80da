import { displayRequests } from '@haven/shared/protocol/display';
import type { DisplayPushMap, DisplayRequestMap, DisplayRequests } from '@haven/shared/protocol/event-maps';
import type { Organisation } from '@haven/shared/protocol/organisation';
import { ok } from '@haven/shared/result';
import { minutes } from '@haven/shared/units';
import type { IncomingMessage } from 'node:http';
import type { Namespace, Socket } from 'socket.io';
import { forgetRequest, isForgotten } from '../connections/forget-request';
import { fullBucket } from '../events/bucket';
import { createDispatch, type DispatchDeps, type Handlers, type Rates } from '../events/dispatch';
import type { Limited } from '../events/dispatch';
import { seeDisplays } from '../records/displays';
import type { Records } from '../records/open-records';
import type { BoardFeed } from '../supervision/feed';

const RATES: Rates = { frames: { burst: 1, perSecond: 1 }, others: { burst: 20, perSecond: 2 } };
const SEEN_EVERY = minutes(1);

type DisplaySocket = Socket<DisplayRequestMap, DisplayPushMap, Record<string, never>, Connection | undefined>;
export type DisplayNamespace = Namespace<
  DisplayRequestMap,
  DisplayPushMap,
  Record<string, never>,
  Connection | undefined
>;
type Connection = Limited & { readonly socket: DisplaySocket; readonly display: string };
type Edge = { readonly board: BoardFeed; readonly organisation: () => Organisation };

const HANDLERS: Handlers<Edge, Connection, DisplayRequests> = {
  'board:watch': async ({ board, organisation }, { socket }) => {
    const watched = await board.watch(socket.id, (change) => socket.emit('board:changed', change), 'wall');
    return watched.ok ? ok({ board: watched.value, organisation: organisation() }) : watched;
  },
};

type Deps = Pick<
  DispatchDeps<Edge, Connection, DisplayRequests>,
  'edge' | 'now' | 'onOutcome' | 'onFault'
> & {
  readonly namespace: DisplayNamespace;
  /** Which display the request's cookie is of, if it comes from a page of our own. */
  readonly displayOf: (request: IncomingMessage) => Promise<string | null>;
  readonly records: Pick<Records, 'db' | 'onChange'>;
};

const roomOf = (id: string): string => `display:${id}`;

/** The screens of this display are told, and cut off, on whichever node they are. */
export function signOutDisplay(namespace: DisplayNamespace, id: string): void {
  namespace.to(roomOf(id)).emit('signed-out', {});
  namespace.in(roomOf(id)).disconnectSockets();
}

/** Screens on walls: another namespace than people's, so that no request of theirs is within reach. */
export function serveDisplays({ namespace, displayOf, records, ...deps }: Deps) {
  const { edge, now, onFault } = deps;
  const dispatch = createDispatch({
    ...deps,
    table: displayRequests,
    handlers: HANDLERS,
    checks: {},
    rates: RATES,
    // There is one kind of display.
    permits: () => true,
  });
  const admit = async (socket: DisplaySocket): Promise<Error | undefined> => {
    if (isForgotten(socket)) return new Error('not-signed-in');
    try {
      const display = await displayOf(socket.request);
      if (display === null) return new Error('not-signed-in');
      const [frames, others] = [fullBucket(RATES.frames, now()), fullBucket(RATES.others, now())];
      socket.data = { socket, display, frames, others };
      return undefined;
    } catch (thrown) {
      onFault('display', thrown);
      return new Error('unavailable');
    }
  };
  namespace.use((socket, proceed) => {
    void admit(socket).then(proceed);
  });
  namespace.on('connection', (socket) => {
    forgetRequest(socket);
    const { data } = socket;
    if (data === undefined) return;
    void socket.join(roomOf(data.display));
    socket.onAny((event: unknown, ...args: unknown[]) => dispatch(data, event, args));
    socket.on('disconnect', () => edge.board.leave(socket.id));
  });

  /** Ends the connections of displays that were ended elsewhere. A database that cannot be asked ends none. */
  const look = async (): Promise<void> => {
    const connections = [...namespace.sockets.values()].flatMap(({ data }) => data ?? []);
    const holding = await seeDisplays(
      records.db,
      [...new Set(connections.map(({ display }) => display))],
      now(),
    );
    for (const { display, socket } of connections) {
      if (holding.has(display)) continue;
      socket.emit('signed-out', {});
      socket.disconnect();
    }
  };
  const guarded = () => void look().catch((thrown: unknown) => onFault('displays', thrown));
  let timer: NodeJS.Timeout | undefined;
  let end = (): void => undefined;
  return {
    start: () => {
      end = records.onChange('displays', guarded);
      timer = setInterval(guarded, SEEN_EVERY);
      timer.unref();
    },
    stop: () => {
      clearInterval(timer);
      end();
    },
  };
}
