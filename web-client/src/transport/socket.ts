import { adaptSocket } from '@haven/shared/transport/adapt-socket';
import type { SocketPort } from '@haven/shared/transport/socket-port';
import { io } from 'socket.io-client';

/** A connection of this page's own origin to the relay. No cookie goes with it. */
export function openSocket(): SocketPort {
  const socket = io('/visitor', {
    path: '/socket.io',
    transports: ['websocket', 'polling'],
    withCredentials: false,
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
  });
  return adaptSocket(socket);
}
