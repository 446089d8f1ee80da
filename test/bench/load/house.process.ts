import { openCounsellor } from './haven-pairs';
import { answerJobs } from './jobs';
import { openSocket } from './socket-io';
import { regionForBench } from '../../support/large-organisation';

// A large house at work: everybody at the desk, visitors who come and are answered, second by second.

type Counsellor = Awaited<ReturnType<typeof openCounsellor>>;
export type HouseSize = {
  readonly port: number;
  readonly desks: number;
  /** In the order of the desks: the first at the first desk, and so on, round and round. */
  readonly staffIds: readonly string[];
};

const CAPACITY = 3;
/** How many come to work at the same moment. */
const AT_ONCE = 10;
/** How many enter and stay in the queue. */
const WAITING = 12;

let size: HouseSize = { port: 0, desks: 1, staffIds: [] };
const counsellors: Counsellor[] = [];
const waiting: { readonly chat: string; readonly desk: number }[] = [];
let served = 0;

const fail = (fault: string) => {
  throw new Error(fault);
};

async function enter(desk: number): Promise<void> {
  const socket = await openSocket({ port: size.port }, '/visitor');
  const region = desk === 0 ? null : regionForBench(desk);
  const answers = { region, language: 'nl', forWhom: null, topics: [] };
  const reply = (await socket.request('chat:enter', answers)) as {
    readonly ok: boolean;
    readonly value: { readonly view: { readonly chat: string } };
  };
  if (!reply.ok) throw new Error(`A visitor was refused: ${JSON.stringify(reply)}`);
  waiting.push({ chat: reply.value.view.chat, desk });
}

/** By somebody of its desk, the next of them each time. */
async function answerFirst(): Promise<void> {
  const first = waiting.shift();
  if (first === undefined) return;
  served += 1;
  const perDesk = Math.floor(counsellors.length / size.desks);
  const counsellor = counsellors[first.desk + size.desks * (Math.floor(served / size.desks) % perDesk)];
  await counsellor?.claim(first.chat);
  if (served % 25 === 0) await counsellor?.ask('safety:set', { chat: first.chat, level: 'red' });
}

const jobs = {
  open: async (wanted: HouseSize): Promise<void> => {
    size = wanted;
    for (let first = 0; first < wanted.staffIds.length; first += AT_ONCE) {
      const those = wanted.staffIds.slice(first, first + AT_ONCE);
      const open = (staffId: string) => openCounsellor(wanted.port, staffId, CAPACITY, fail);
      counsellors.push(...(await Promise.all(those.map(open))));
    }
    for (let index = 0; index < wanted.desks + WAITING; index += 1) {
      await enter((index * 7) % wanted.desks);
      if (waiting.length > WAITING) await answerFirst();
    }
  },
  /** What a busy second brings: somebody comes, somebody is answered, two go for a pause or return from it. */
  second: async ({ turn }: { turn: number }): Promise<void> => {
    await enter((turn * 7) % size.desks);
    await answerFirst();
    for (const step of [0, 1]) {
      const counsellor = counsellors[(Math.floor(turn / 2) * 14 + step * 7) % counsellors.length];
      await counsellor?.ask('presence:set', { presence: turn % 2 === 0 ? 'pause' : 'busy' });
    }
  },
};
export type HouseJobs = typeof jobs;
answerJobs(jobs);
