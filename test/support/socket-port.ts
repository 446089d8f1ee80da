import { Agent } from 'node:http';
import { adaptSocket } from '@haven/shared/transport/adapt-socket';
import type { SocketPort } from '@haven/shared/transport/socket-port';
import { io } from 'socket.io-client';

/**
 * A connection as the browsers of both sides make it: to `url`, in `namespace`, by itself again when it breaks.
 * `headers` are those a browser would add.
 */
export function openSocketPort(
  url: string,
  namespace: '/visitor' | '/staff',
  headers: Readonly<Record<string, string>> = {},
  localAddress?: string,
): SocketPort {
  const socket = io(`${url}${namespace}`, {
    path: '/socket.io',
    transports: ['websocket', 'polling'],
    extraHeaders: { origin: url, ...headers },
    forceNew: true,
    // As a browser that has just lost a node; a person's patience is not what these tests are about.
    reconnectionDelay: 50,
    reconnectionDelayMax: 400,
    timeout: 5_000,
    // Passed on to Node's requests as it is; the types know it as a name only.
    ...(localAddress === undefined ? {} : { agent: new Agent({ localAddress }) as unknown as false }),
  });
  return adaptSocket(socket);
}
