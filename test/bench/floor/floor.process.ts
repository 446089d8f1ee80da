import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from 'redis';
import { Server, type Socket } from 'socket.io';

// The smallest honest server for conversations over several nodes: what any server on this stack must at least do to
// store a message, acknowledge it and bring it to the other side. Everything is measured against it.

const STORE = `
local number = redis.call('INCR', KEYS[1])
redis.call('XADD', KEYS[2], 'MAXLEN', '~', '512', '*', 'm', ARGV[2])
redis.call('PUBLISH', KEYS[3], ARGV[1] .. ' ' .. number .. ' ' .. ARGV[2])
return number`;

type Conversation = { readonly sockets: Map<string, Socket>; readonly keys: readonly string[] };

const redis = createClient({ url: process.argv[2] ?? '', commandOptions: { timeout: 0 } });
const subscriber = redis.duplicate();
await Promise.all([redis.connect(), subscriber.connect()]);
const script = await redis.scriptLoad(STORE);

const conversations = new Map<string, Conversation>();

async function join(id: string, socket: Socket): Promise<void> {
  const known = conversations.get(id);
  if (known !== undefined) {
    known.sockets.set(socket.id, socket);
    return;
  }
  const conversation = {
    sockets: new Map([[socket.id, socket]]),
    keys: [`{${id}}:n`, `{${id}}:m`, `{${id}}:c`],
  };
  conversations.set(id, conversation);
  await subscriber.subscribe(`{${id}}:c`, (published) => deliver(id, conversation, published));
}

function deliver(id: string, { sockets }: Conversation, published: string): void {
  const afterSender = published.indexOf(' ');
  const afterNumber = published.indexOf(' ', afterSender + 1);
  const sender = published.slice(0, afterSender);
  const message = {
    conversation: id,
    seq: Number(published.slice(afterSender + 1, afterNumber)),
    frame: published.slice(afterNumber + 1),
  };
  for (const [member, socket] of sockets) if (member !== sender) socket.emit('frame', message);
}

type Sent = { readonly conversation: string; readonly frame: string };

const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false });
io.on('connection', (socket) => {
  socket.on('join', async (id: string, acknowledge: (joined: boolean) => void) => {
    await join(id, socket);
    acknowledge(true);
  });
  socket.on('frame', async ({ conversation, frame }: Sent, acknowledge: (reply: unknown) => void) => {
    const keys = conversations.get(conversation)?.keys ?? [];
    const seq = await redis.sendCommand(['EVALSHA', script, '3', ...keys, socket.id, frame]);
    acknowledge({ ok: true, value: { seq } });
  });
});
http.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (http.address() as AddressInfo).port });
});
