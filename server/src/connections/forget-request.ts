import type { IncomingMessage } from 'node:http';
import type { Socket } from 'socket.io';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Socket.IO keeps the first request of every connection, with all its headers, for as long as it lasts. Nobody needs
 * it once the connection is made, and it names the peer's address.
 */
export function forgetRequest(socket: Pick<Socket, 'handshake' | 'conn'>): void {
  const handshake = socket.handshake as Mutable<Socket['handshake']>;
  handshake.headers = {};
  handshake.address = '';
  handshake.url = '';
  handshake.query = {};
  handshake.auth = {};
  const connection = socket.conn as unknown as { request: IncomingMessage | null; remoteAddress: string };
  if (connection.request !== null) empty(connection.request);
  connection.request = null;
  connection.remoteAddress = '';
}

/** Another socket came by the same connection before, and its request is gone: nothing says who this is. */
export const isForgotten = (socket: Pick<Socket, 'conn'>): boolean =>
  (socket.conn as unknown as { request: IncomingMessage | null }).request === null;

/** Engine.IO's answer to the upgrade stays with the TCP connection and holds the request, so that is emptied too. */
function empty(request: IncomingMessage): void {
  request.headers = {};
  request.rawHeaders = [];
  request.url = '';
  // Node keeps the peer's address once it was asked for.
  Reflect.deleteProperty(request.socket, '_peername');
}
