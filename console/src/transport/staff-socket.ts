import { type ErrorCode, ERRORS, isErrorCode } from '@haven/shared/protocol/errors';
import { adaptSocket } from '@haven/shared/transport/adapt-socket';
import type { SocketPort } from '@haven/shared/transport/socket-port';
import { io } from 'socket.io-client';
import type { ProveDevice } from './prove-device';

/** Milliseconds before a connection that the server refused is tried again; Socket.IO does not do that by itself. */
const AFTER_REFUSAL = 3_000;

/** What the server is told of each new connection, made when that is there. */
type Introduce = () => Promise<object>;

/** Socket.IO asks once for every connection, and a connection that broke meanwhile is told nothing. */
const introduceOnce = (introduce: Introduce) => {
  let asked = 0;
  return (tell: (data: object) => void): void => {
    asked += 1;
    const mine = asked;
    void introduce().then((data) => {
      if (mine === asked) tell(data);
    });
  };
};

/**
 * A connection of this page's own origin to the relay, with the cookie of the sign-in. `onRefused` is told when the
 * server does not know the sign-in: trying again will not help then.
 */
export const openSocket = (
  namespace: '/staff' | '/display',
  onRefused: (error: ErrorCode) => void,
  introduce: Introduce = () => Promise.resolve({}),
): SocketPort => {
  const socket = io(namespace, {
    path: '/socket.io',
    transports: ['websocket', 'polling'],
    forceNew: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 3_000,
    auth: introduceOnce(introduce),
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

/** Without a proof the server refuses, and says whether trying again helps. */
export const openStaffSocket = (
  proveDevice: ProveDevice,
  onRefused: (error: ErrorCode) => void,
): SocketPort =>
  openSocket('/staff', onRefused, async () => {
    const proof = await proveDevice();
    return proof.ok ? proof.value : {};
  });
