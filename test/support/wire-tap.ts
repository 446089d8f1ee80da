import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Target } from './network-cut';
import { frameSizeAt } from './web-socket';

/** A stretch of wire in front of a server that keeps every byte the server is sent. */
export type WireTap = {
  readonly url: string;
  /** What each connection carried to the server: as it came and, of a WebSocket, with the masks taken off. */
  heard(): readonly Buffer[];
  stop(): Promise<void>;
};

export async function startWireTap({ host, port }: Target): Promise<WireTap> {
  const carried: Buffer[][] = [];
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, host);
    const bytes: Buffer[] = [];
    carried.push(bytes);
    near.on('data', (chunk: Buffer) => void bytes.push(chunk));
    near.pipe(far);
    far.pipe(near);
    for (const socket of [near, far]) {
      sockets.add(socket);
      const end = () => {
        near.destroy();
        far.destroy();
      };
      socket.on('error', end);
      socket.on('close', end);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard: () =>
      carried.flatMap((chunks) => {
        const bytes = Buffer.concat(chunks);
        return [bytes, unmasked(bytes)];
      }),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

const UPGRADE = /^upgrade: *websocket\r$/im;

/** What was said over a connection that became a WebSocket; nothing of another. Its frames carry no extension. */
function unmasked(bytes: Buffer): Buffer {
  const upgrade = UPGRADE.exec(bytes.toString('latin1'));
  const said: Buffer[] = [];
  let at = upgrade === null ? bytes.length : bytes.indexOf('\r\n\r\n', upgrade.index) + 4;
  while (bytes.length - at >= 6) {
    const size = frameSizeAt(bytes, at);
    if (size === null) break;
    const { length } = size;
    const begin = at + size.header;
    if (bytes.length < begin + 4) break;
    const mask = bytes.subarray(begin, begin + 4);
    const payload = bytes.subarray(begin + 4, begin + 4 + length);
    said.push(Buffer.from(payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0))));
    at = begin + 4 + length;
  }
  return Buffer.concat(said);
}

/** How 32 secret bytes might stand among others: as they are, in hex, and in base64 wherever they begin. */
export function formsOf(secret: Uint8Array): readonly Buffer[] {
  const bytes = Buffer.from(secret);
  const texts = [bytes.toString('hex'), bytes.toString('hex').toUpperCase()];
  for (const lead of [0, 1, 2]) {
    const text = Buffer.concat([Buffer.alloc(lead), bytes])
      .toString('base64')
      .slice(4, -4);
    texts.push(text, text.replaceAll('+', '-').replaceAll('/', '_'));
  }
  const halves = texts.flatMap((text) => [text.slice(0, 16), text.slice(-16)]);
  return [
    bytes.subarray(0, 8),
    bytes.subarray(12, 20),
    bytes.subarray(-8),
    ...halves.map((text) => Buffer.from(text)),
  ];
}
