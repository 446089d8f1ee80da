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

async function join(id: string, socket: Socket): Promise<Conversation> {
  const known = conversations.get(id);
  if (known !== undefined) {
    known.sockets.set(socket.id, socket);
    return known;
  }
  const conversation = {
    sockets: new Map([[socket.id, socket]]),
    keys: [`{${id}}:n`, `{${id}}:m`, `{${id}}:c`],
  };
  conversations.set(id, conversation);
  await subscriber.subscribe(`{${id}}:c`, (published) => deliver(conversation, published));
  return conversation;
}

function deliver({ sockets }: Conversation, published: string): void {
  const afterSender = published.indexOf(' ');
  const afterNumber = published.indexOf(' ', afterSender + 1);
  const sender = published.slice(0, afterSender);
  const message = {
    seq: Number(published.slice(afterSender + 1, afterNumber)),
    frame: published.slice(afterNumber + 1),
  };
  for (const [id, socket] of sockets) if (id !== sender) socket.emit('frame', message);
}

const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false });
io.on('connection', (socket) => {
  let joined: Conversation | undefined;
  socket.on('join', async (id: string, acknowledge: (joined: boolean) => void) => {
    joined = await join(id, socket);
    acknowledge(true);
  });
  socket.on('frame', async ({ frame }: { frame: string }, acknowledge: (reply: unknown) => void) => {
    if (joined === undefined) return;
    const seq = await redis.sendCommand(['EVALSHA', script, '3', ...joined.keys, socket.id, frame]);
    acknowledge({ ok: true, value: { seq } });
  });
  socket.on('disconnect', () => joined?.sockets.delete(socket.id));
});
http.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (http.address() as AddressInfo).port });
});
