import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { LIMITS } from '@haven/shared/protocol/limits';
import { seconds } from '@haven/shared/units';
import { createAdapter } from '@socket.io/redis-adapter';
import { Server } from 'socket.io';
import type { Limits } from '../limits/limits';
import type { StaffNamespace } from '../staff/serve-staff';
import type { VisitorNamespace } from '../visitor/serve-visitors';

/** Two Redis clients, as @socket.io/redis-adapter wants them. */
export type SocketAdapter = { readonly publisher: unknown; readonly subscriber: unknown };

type Deps = { readonly adapter: SocketAdapter | null; readonly limits: Limits };

export type Sockets = {
  readonly visitors: VisitorNamespace;
  readonly staff: StaffNamespace;
  /** Ends every connection. */
  readonly close: () => void;
};

/** Socket.IO with no cookie, no cross-origin access, no compression and nothing kept across connections. */
export function createSockets(server: HttpServer, { adapter, limits }: Deps): Sockets {
  const io = new Server(server, {
    serveClient: false,
    transports: ['websocket', 'polling'],
    maxHttpBufferSize: LIMITS.packetBytes,
    perMessageDeflate: false,
    httpCompression: false,
    pingInterval: seconds(15),
    pingTimeout: seconds(15),
    connectTimeout: seconds(15),
    allowRequest: (request: IncomingMessage, decide) => {
      limits.allow('connect', limits.keyOf(request)).then(
        (allowed) => decide(allowed ? null : 'too-frequent', allowed),
        () => decide('internal', false),
      );
    },
    ...(adapter === null ? {} : { adapter: createAdapter(adapter.publisher, adapter.subscriber) }),
  });
  // Everybody says which side they are.
  io.of('/').use((_socket, next) => next(new Error('unknown-event')));
  return {
    visitors: io.of('/visitor') as unknown as VisitorNamespace,
    staff: io.of('/staff') as unknown as StaffNamespace,
    close: () => {
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}
