import { type ErrorCode, ERRORS, isErrorCode } from '@haven/shared/protocol/errors';
import { adaptSocket } from '@haven/shared/transport/adapt-socket';
import type { SocketPort } from '@haven/shared/transport/socket-port';
import { io } from 'socket.io-client';

/** Milliseconds before a connection that the server refused is tried again; Socket.IO does not do that by itself. */
const AFTER_REFUSAL = 3_000;

/**
 * A connection of this page's own origin to the relay, with the cookie of the sign-in. `onRefused` is told when the
 * server does not know the sign-in: trying again will not help then.
 */
export const openSocket = (
  namespace: '/staff' | '/display',
  onRefused: (error: ErrorCode) => void,
): SocketPort => {
  const socket = io(namespace, {
    path: '/socket.io',
    transports: ['websocket', 'polling'],
    forceNew: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 3_000,
  });
  let closed = false;
  const later = () =>
    setTimeout(() => {
      if (!closed) socket.connect();
    }, AFTER_REFUSAL);
  socket.on('connect_error', ({ message }) => {
    if (isErrorCode(message) && ERRORS[message].remedy === 'sign-in') onRefused(message);
    else if (!socket.active) later();
  });
  socket.on('disconnect', (reason) => {
    // A server that closes the connection expects us elsewhere, or again later.
    if (reason === 'io server disconnect') later();
  });
  const port = adaptSocket(socket);
  return {
    ...port,
    // A copy of the getter's value would stay what it is now.
    get connected() {
      return socket.connected;
    },
    close: () => {
      closed = true;
      socket.disconnect();
    },
  };
};

export const openStaffSocket = (onRefused: (error: ErrorCode) => void): SocketPort =>
  openSocket('/staff', onRefused);
