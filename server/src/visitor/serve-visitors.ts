import { type VisitorPushMap, type VisitorRequestMap } from '@haven/shared/protocol/event-maps';
import { visitorRequests } from '@haven/shared/protocol/visitor-events';
import type { Instant } from '@haven/shared/units';
import type { Namespace } from 'socket.io';
import { forgetRequest, isForgotten } from '../connections/forget-request';
import { fullBucket } from '../events/bucket';
import { createDispatch, type DispatchDeps, type Rates } from '../events/dispatch';
import type { Limits } from '../limits/limits';
import type { Network } from '../live/block-store';
import type { VisitorLease } from '../live/desk-store';
import { checkFramePayload } from '../relay/wire-frame';
import { unbind, type VisitorConnection, type VisitorEdge, type VisitorSocket } from './connection';
import { VISITOR_HANDLERS } from './handlers';
import type { VisitorRequests } from '@haven/shared/protocol/event-maps';

/** More than a person and an outbox after a reconnect; far less than a flood. */
const RATES: Rates = {
  frames: { burst: 600, perSecond: 100 },
  others: { burst: 60, perSecond: 4 },
};

export type VisitorNamespace = Namespace<
  VisitorRequestMap,
  VisitorPushMap,
  Record<string, never>,
  VisitorConnection | undefined
>;

type Deps = Pick<
  DispatchDeps<VisitorEdge, VisitorConnection, VisitorRequests>,
  'edge' | 'now' | 'onOutcome' | 'onFault'
> & { readonly namespace: VisitorNamespace; readonly limits: Limits };

export type Visitors = {
  readonly leases: () => readonly VisitorLease[];
  /** The live state knows nothing of this connection: its peer is asked to resume, unless another took its place. */
  readonly onMissing: (lease: VisitorLease) => Promise<void>;
};

export function serveVisitors({ namespace, limits, ...deps }: Deps): Visitors {
  const { edge, now, onFault } = deps;
  const dispatch = createDispatch({
    ...deps,
    table: visitorRequests,
    handlers: VISITOR_HANDLERS,
    checks: { frame: checkFramePayload },
    rates: RATES,
    // There is one kind of visitor.
    permits: () => true,
  });

  // Two functions for all sockets, told apart by `this`: thousands of idle ones hold no closures.
  function onEvent(this: VisitorSocket, event: unknown, ...args: readonly unknown[]): void {
    if (this.data !== undefined) dispatch(this.data, event, args);
  }
  function onDisconnect(this: VisitorSocket): void {
    if (this.data !== undefined)
      gone(edge, this.data).catch((thrown: unknown) => onFault('disconnect', thrown));
  }

  namespace.on('connection', (socket) => {
    // A visitor has a connection of her own: a second one on it would pass every limit.
    if (isForgotten(socket)) {
      socket.disconnect(true);
      return;
    }
    socket.data = newConnection(
      socket,
      limits.keyOf(socket.request),
      limits.networkOf(socket.request),
      now(),
    );
    forgetRequest(socket);
    socket.onAny(onEvent);
    socket.on('disconnect', onDisconnect);
  });

  return {
    leases: () => {
      const leases: VisitorLease[] = [];
      for (const { data } of namespace.sockets.values()) {
        if (data?.chat) leases.push({ chat: data.chat, connection: data.id });
      }
      return leases;
    },
    onMissing: async ({ chat, connection }) => {
      const data = namespace.sockets.get(connection)?.data;
      if (data?.chat !== chat) return;
      const sight = await edge.store.chat(chat);
      if (!sight.ok && sight.error !== 'unknown-chat') return;
      unbind(edge, data);
      const present = sight.ok ? sight.value.record.visitor : null;
      const isElsewhere = present?.state === 'connected' && present.connection !== connection;
      if (!isElsewhere) data.socket.emit('resync', {});
    },
  };
}

function newConnection(
  socket: VisitorSocket,
  from: string | null,
  network: Network | null,
  now: Instant,
): VisitorConnection {
  return {
    id: socket.id,
    socket,
    from,
    network,
    frames: fullBucket(RATES.frames, now),
    others: fullBucket(RATES.others, now),
    chat: null,
    entering: null,
    proven: false,
    answeredSurvey: false,
  };
}

/** While this node leaves, its peers are on their way to another one: the lease tells whether they arrived. */
async function gone(edge: VisitorEdge, connection: VisitorConnection): Promise<void> {
  const { chat, id } = connection;
  unbind(edge, connection);
  if (chat !== null && !edge.isLeaving()) {
    await edge.decide({ kind: 'visitor-disconnected', chat, connection: id });
  }
}
