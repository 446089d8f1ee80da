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
  const connection = socket.conn as unknown as { request: unknown; remoteAddress: string };
  connection.request = null;
  connection.remoteAddress = '';
}
