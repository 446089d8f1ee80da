import { randomBytes } from 'node:crypto';
import { FRAME_TYPE, SENDER } from '@haven/shared/crypto/frame';
import { demonstrationToken, makeDeviceKey, proofOf, signIn } from '../../support/sign-in';
import { frameMaker } from './frames';
import { createPair, type End, type Pair } from './pair';
import { openSocket } from './socket-io';

export type HavenPairs = {
  /** Node of the visitors, node of the counsellors. */
  readonly ports: readonly [number, number];
  readonly count: number;
  readonly perCounsellor: number;
  /** As many as are needed for so many pairs, each allowed to sign in by the demonstration's link. */
  readonly staffIds: readonly string[];
};

/** What a visitor asks for who rather says nothing. */
export const NO_ANSWERS = { region: null, language: 'nl', forWhom: null, topics: [] } as const;

type Request = (event: string, payload: unknown) => Promise<unknown>;

/** The reply's value; an error is the end of the bench. */
async function granted<T>(request: Request, event: string, payload: unknown): Promise<T> {
  const reply = (await request(event, payload)) as { ok: true; value: T } | { ok: false; error: string };
  if (!reply.ok) throw new Error(`${event} was refused: ${reply.error}`);
  return reply.value;
}

/** At the desk and busy: nothing rings, so that she takes just the chats meant for her. */
export async function openCounsellor(
  port: number,
  staffId: string,
  capacity: number,
  fail: (fault: string) => void,
) {
  const url = `http://127.0.0.1:${port}`;
  const device = await makeDeviceKey();
  const { cookie } = await signIn(url, await demonstrationToken(url, staffId), device.publicKey);
  const proof = await proofOf(url, cookie, device.sign);
  const socket = await openSocket({ port }, '/staff', { cookie, origin: url }, proof);
  const seat = randomBytes(16).toString('base64url');
  const listeners = new Map<string, (frame: string) => void>();
  socket.onClose = (reason) => fail(`A counsellor's connection was lost: ${reason}`);
  socket.onEvent = (event, payload) => {
    if (event !== 'frame') return;
    const { chat, frame } = payload as { chat: string; frame: string };
    listeners.get(chat)?.(frame);
  };
  const enter = { seat, presence: 'busy', capacity, capabilities: [] };
  await granted(socket.request, 'desk:enter', enter);
  return {
    staffId,
    seat,
    leave: () => {
      socket.onClose = () => undefined;
      socket.close();
    },
    claim: async (chat: string) => {
      await granted(socket.request, 'chat:claim', { chat });
    },
    ask: (event: string, payload: unknown) => granted(socket.request, event, payload),
    end: (chat: string, cid: Uint8Array, epoch: number): End => {
      const frame = frameMaker(cid, SENDER.staff, epoch);
      return {
        nextFrame: () => frame(FRAME_TYPE.message),
        send: (next, acknowledge) => {
          socket.emit('frame', { frame: next }, acknowledge);
        },
        listen: (onFrame) => {
          listeners.set(chat, onFrame);
        },
      };
    },
  };
}

async function openVisitor(port: number, fail: (fault: string) => void) {
  const socket = await openSocket({ port }, '/visitor');
  socket.onClose = (reason) => fail(`A visitor's connection was lost: ${reason}`);
  const { view } = await granted<{ view: { chat: string; epoch: number } }>(
    socket.request,
    'chat:enter',
    NO_ANSWERS,
  );
  const cid = Buffer.from(view.chat, 'base64url');
  const epoch = view.epoch + 1;
  const frame = frameMaker(cid, SENDER.visitor, epoch);
  return {
    chat: view.chat,
    cid,
    epoch,
    openLink: async (staffId: string, seat: string) => {
      await granted(socket.request, 'link:open', { staffId, seat, frame: frame(FRAME_TYPE.hello) });
    },
    end: (): End => ({
      nextFrame: () => frame(FRAME_TYPE.message),
      send: (next, acknowledge) => {
        socket.emit('frame', { frame: next }, acknowledge);
      },
      listen: (onFrame) => {
        socket.onEvent = (event, payload) => {
          if (event === 'frame') onFrame((payload as { frame: string }).frame);
        };
      },
    }),
  };
}

/** Chats at the duty desk, claimed and linked by the real events; only what is inside the frames is made up. */
export async function openHavenPairs(
  { ports, count, perCounsellor, staffIds }: HavenPairs,
  fail: (fault: string) => void,
): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (const [n, staffId] of staffIds.entries()) {
    const mine = Math.min(perCounsellor, count - n * perCounsellor);
    if (mine <= 0) break;
    const counsellor = await openCounsellor(ports[1], staffId, perCounsellor, fail);
    for (let index = 0; index < mine; index += 1) {
      const visitor = await openVisitor(ports[0], fail);
      await counsellor.claim(visitor.chat);
      // The counsellor's end first: the hello is its first frame.
      const staffEnd = counsellor.end(visitor.chat, visitor.cid, visitor.epoch);
      const greeted = new Promise<void>((resolve) => {
        staffEnd.listen(() => resolve());
      });
      await visitor.openLink(counsellor.staffId, counsellor.seat);
      await greeted;
      pairs.push(createPair([visitor.end(), staffEnd], fail));
    }
  }
  if (pairs.length !== count) throw new Error(`Only ${pairs.length} of ${count} pairs have a counsellor.`);
  return pairs;
}
