import { randomBytes } from 'node:crypto';
import { FRAME_TYPE, SENDER, type Sender } from '@haven/shared/crypto/frame';
import { frameMaker } from './frames';
import { createPair, type End, type Pair } from './pair';
import { type LoadSocket, openSocket } from './socket-io';

type Member = {
  readonly join: (conversation: string) => Promise<void>;
  readonly end: (conversation: string, cid: Uint8Array, sender: Sender) => End;
};

async function openMember(port: number, fail: (fault: string) => void): Promise<Member> {
  const socket: LoadSocket = await openSocket({ port }, '/');
  const listeners = new Map<string, (frame: string) => void>();
  socket.onClose = (reason) => fail(`A connection was lost: ${reason}`);
  socket.onEvent = (_, payload) => {
    const { conversation, frame } = payload as { conversation: string; frame: string };
    listeners.get(conversation)?.(frame);
  };
  return {
    join: async (conversation) => {
      await socket.request('join', conversation);
    },
    end: (conversation, cid, sender) => {
      const frame = frameMaker(cid, sender, 1);
      return {
        nextFrame: () => frame(FRAME_TYPE.message),
        send: (next, acknowledge) => {
          socket.emit('frame', { conversation, frame: next }, acknowledge);
        },
        listen: (onFrame) => {
          listeners.set(conversation, onFrame);
        },
      };
    },
  };
}

/**
 * Conversations at the floor, in the shape of a duty desk: everybody on the one side has a connection to the first
 * node, some of them share one on the other side, to the second.
 */
export async function openFloorPairs(
  ports: readonly [number, number],
  count: number,
  perCounsellor: number,
  fail: (fault: string) => void,
): Promise<Pair[]> {
  const pairs: Pair[] = [];
  let counsellor: Member | undefined;
  for (let index = 0; index < count; index += 1) {
    if (counsellor === undefined || index % perCounsellor === 0)
      counsellor = await openMember(ports[1], fail);
    const visitor = await openMember(ports[0], fail);
    const cid = randomBytes(16);
    const conversation = cid.toString('base64url');
    await visitor.join(conversation);
    await counsellor.join(conversation);
    const ends = [
      visitor.end(conversation, cid, SENDER.visitor),
      counsellor.end(conversation, cid, SENDER.staff),
    ] as const;
    pairs.push(createPair(ends, fail));
  }
  return pairs;
}
