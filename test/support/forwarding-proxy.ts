import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Target } from './network-cut';

export type ForwardingProxy = { readonly url: string; stop(): Promise<void> };

/**
 * What stands before a node: whoever comes through it has this address, for a server that trusts one proxy. Chromium on
 * this machine would always have the address of this machine.
 */
export async function startForwardingProxy(target: Target, address: string): Promise<ForwardingProxy> {
  const sockets = new Set<Socket>();
  const ask = ({ method, url, headers }: IncomingMessage) => {
    const named: IncomingHttpHeaders = { ...headers, 'x-forwarded-for': address };
    return request({ ...target, method, path: url, headers: named, agent: false });
  };
  const server = createServer((from, to) => {
    const asked = ask(from);
    asked.on('response', (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    });
    asked.on('error', () => to.destroy());
    to.on('close', () => asked.destroy());
    from.pipe(asked);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (from, near: Socket) => {
    const asked = ask(from);
    asked.on('upgrade', ({ rawHeaders }, far: Socket, first) => {
      const lines = rawHeaders.map((text, at) => (at % 2 === 0 ? `${text}: ` : `${text}\r\n`));
      near.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('')}\r\n`);
      near.write(first);
      near.pipe(far).pipe(near);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        one.on('error', () => other.destroy());
        one.on('close', () => other.destroy());
      }
    });
    asked.on('response', () => near.destroy());
    asked.on('error', () => near.destroy());
    asked.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
