import { answerJobs } from './jobs';
import { type LoadSocket, openSocket } from './socket-io';

// Many visitors who are connected and write nothing.

export type Crowd = {
  readonly port: number;
  readonly namespace: string;
  readonly count: number;
  /** Connections being made at the same time. */
  readonly atOnce: number;
  /** What each asks once connected, and waits to be granted; null: nothing. */
  readonly first: { readonly event: string; readonly payload: unknown } | null;
};

const open: LoadSocket[] = [];
let lost = 0;

/** 250 visitors share a loopback address, as they would a provider's. */
const VISITORS_PER_ADDRESS = 250;
const addressOf = (index: number) => {
  const n = Math.floor(index / VISITORS_PER_ADDRESS);
  return `127.1.${Math.floor(n / 250)}.${(n % 250) + 1}`;
};

async function arrive({ port, namespace, first }: Crowd): Promise<void> {
  const socket = await openSocket({ port, from: addressOf(open.length) }, namespace);
  open.push(socket);
  socket.onClose = () => {
    lost += 1;
  };
  if (first === null) return;
  const reply = (await socket.request(first.event, first.payload)) as { ok: boolean };
  if (!reply.ok) throw new Error(`${first.event} was refused: ${JSON.stringify(reply)}`);
}

const jobs = {
  /** Gives the milliseconds it took until all were there. */
  arrive: async (crowd: Crowd): Promise<number> => {
    const start = performance.now();
    let left = crowd.count;
    const line = async () => {
      while (left > 0) {
        left -= 1;
        await arrive(crowd);
      }
    };
    await Promise.all(Array.from({ length: crowd.atOnce }, line));
    return performance.now() - start;
  },
  /** How many are still connected. */
  present: async (): Promise<number> => open.length - lost,
  leave: async (): Promise<void> => {
    for (const socket of open) {
      socket.onClose = () => undefined;
      socket.close();
    }
    open.length = 0;
    lost = 0;
  },
};
export type VisitorJobs = typeof jobs;
answerJobs(jobs);
