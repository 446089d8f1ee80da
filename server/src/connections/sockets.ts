import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { LIMITS } from '@haven/shared/protocol/limits';
import { seconds } from '@haven/shared/units';
import { createAdapter } from '@socket.io/redis-adapter';
import { Server } from 'socket.io';
import type { DisplayNamespace } from '../display/serve-displays';
import type { Limits } from '../limits/limits';
import { isFromOurselves } from '../limits/origin';
import type { StaffNamespace } from '../staff/serve-staff';
import type { VisitorNamespace } from '../visitor/serve-visitors';

/** Two Redis clients, as @socket.io/redis-adapter wants them. */
export type SocketAdapter = { readonly publisher: unknown; readonly subscriber: unknown };

type Deps = {
  readonly adapter: SocketAdapter | null;
  readonly limits: Limits;
  /** An origin; null when only the address in use is known. */
  readonly publicUrl: string | null;
};

const HEADERS = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

export type Sockets = {
  readonly visitors: VisitorNamespace;
  readonly staff: StaffNamespace;
  readonly displays: DisplayNamespace;
  /** Ends every connection. */
  readonly close: () => void;
};

/** Socket.IO with no cookie, no cross-origin access, no compression and nothing kept across connections. */
export function createSockets(server: HttpServer, { adapter, limits, publicUrl }: Deps): Sockets {
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
      // The chat's document is always ours, on whichever site it is embedded.
      if (publicUrl !== null && !isFromOurselves(request, publicUrl)) {
        decide('not-yours', false);
        return;
      }
      limits.allow('connect', limits.keyOf(request)).then(
        (allowed) => decide(allowed ? null : 'too-frequent', allowed),
        () => decide('internal', false),
      );
    },
    ...(adapter === null ? {} : { adapter: createAdapter(adapter.publisher, adapter.subscriber) }),
  });
  // Long polling answers by itself, past the headers of everything else; that nobody keeps it, it says already.
  io.engine.on('headers', (headers: Record<string, string>) => {
    Object.assign(headers, HEADERS);
  });
  // Everybody says which side they are.
  io.of('/').use((_socket, next) => next(new Error('unknown-event')));
  return {
    visitors: io.of('/visitor') as unknown as VisitorNamespace,
    staff: io.of('/staff') as unknown as StaffNamespace,
    displays: io.of('/display') as unknown as DisplayNamespace,
    close: () => {
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}
