import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type Target = { readonly host: string; readonly port: number };

/** A stretch of network between a peer and the nodes: it can be cut, stall and come back. */
export type NetworkPath = {
  readonly url: string;
  readonly port: number;
  /** Connections carried now. */
  open(): number;
  /** Connections are broken and new ones refused until `resume`. */
  cut(): void;
  /** Nothing passes and nothing is refused: what a tunnel or a dead access point does. Nothing is lost either. */
  stall(): void;
  resume(): void;
  stop(): Promise<void>;
};

type Pair = { readonly near: Socket; readonly far: Socket };

/**
 * Listens on a free port of 127.0.0.1 and carries each connection to the first target that accepts it, so it is a TCP
 * balancer as well: when a node is gone, the next connection goes to another.
 */
export async function startNetwork(targets: () => readonly Target[]): Promise<NetworkPath> {
  const pairs = new Set<Pair>();
  let state: 'open' | 'cut' | 'stalled' = 'open';
  const waiting = new Set<Socket>();

  const carry = async (near: Socket): Promise<void> => {
    const far = await firstToAccept(targets());
    if (far === undefined || near.destroyed || state === 'cut') {
      near.destroy();
      far?.destroy();
      return;
    }
    const pair = { near, far };
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      socket.on('error', end);
      socket.on('close', end);
    }
    near.pipe(far);
    far.pipe(near);
    if (state === 'stalled') hold(pair);
  };

  const server = createServer({ pauseOnConnect: true }, (near) => {
    near.on('error', () => near.destroy());
    if (state === 'cut') near.destroy();
    else if (state === 'stalled') waiting.add(near);
    else void carry(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const destroyAll = () => {
    for (const { near, far } of pairs) {
      near.destroy();
      far.destroy();
    }
    for (const near of waiting) near.destroy();
    waiting.clear();
  };

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    open: () => pairs.size,
    cut: () => {
      state = 'cut';
      destroyAll();
    },
    stall: () => {
      state = 'stalled';
      for (const pair of pairs) hold(pair);
    },
    resume: () => {
      // Pairs are held only by a stall; piping one twice would carry everything twice.
      for (const { near, far } of state === 'stalled' ? pairs : []) {
        near.pipe(far);
        far.pipe(near);
      }
      state = 'open';
      for (const near of waiting) void carry(near);
      waiting.clear();
    },
    stop: async () => {
      state = 'cut';
      destroyAll();
      server.close();
      await once(server, 'close');
    },
  };
}

function hold({ near, far }: Pair): void {
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    from.unpipe(to);
    from.pause();
  }
}

async function firstToAccept(targets: readonly Target[]): Promise<Socket | undefined> {
  for (const { host, port } of targets) {
    const socket = connect(port, host);
    try {
      await once(socket, 'connect');
      return socket;
    } catch {
      socket.destroy();
    }
  }
  return undefined;
}
