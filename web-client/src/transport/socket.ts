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
  return {
    get connected() {
      return socket.connected;
    },
    emit: (event, payload, acknowledge) => {
      socket.emit(event, payload, acknowledge);
    },
    on: (event, listener) => {
      socket.on(event, listener);
    },
    onConnect: (listener) => {
      socket.on('connect', listener);
    },
    onDisconnect: (listener) => {
      socket.on('disconnect', listener);
    },
    reconnect: () => {
      socket.disconnect().connect();
    },
    close: () => {
      socket.disconnect();
    },
  };
}
