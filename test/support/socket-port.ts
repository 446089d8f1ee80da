import { Agent } from 'node:http';
import { adaptSocket } from '@haven/shared/transport/adapt-socket';
import type { SocketPort } from '@haven/shared/transport/socket-port';
import { io } from 'socket.io-client';

type Surroundings = {
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly localAddress?: string | undefined;
  readonly introduce?: () => Promise<object>;
};

/**
 * A connection as the browsers of both sides make it: to `url`, in `namespace`, by itself again when it breaks.
 * `headers` are those a browser would add; `introduce` is asked what the server is told of each new connection.
 */
export function openSocketPort(
  url: string,
  namespace: '/visitor' | '/staff',
  { headers = {}, localAddress, introduce = () => Promise.resolve({}) }: Surroundings = {},
): SocketPort {
  const socket = io(`${url}${namespace}`, {
    path: '/socket.io',
    transports: ['websocket', 'polling'],
    // A node that is gone answers nothing: then there is no connection to be told anything either.
    auth: (tell) => void introduce().then(tell, () => tell({})),
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
