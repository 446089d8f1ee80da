import { randomBytes } from 'node:crypto';
import { FRAME_TYPE, SENDER } from '@haven/shared/crypto/frame';
import { frameMaker } from './frames';
import { createPair, type Pair } from './pair';
import { openSocket } from './socket-io';

/** A pair at the floor: both ends join one conversation, each on its own node. */
export async function openFloorPair(
  ports: readonly [number, number],
  fail: (fault: string) => void,
): Promise<Pair> {
  const cid = randomBytes(16);
  const conversation = cid.toString('base64url');
  const ends = await Promise.all(
    ([SENDER.visitor, SENDER.staff] as const).map(async (sender) => {
      const socket = await openSocket({ port: ports[sender] }, '/');
      await socket.request('join', conversation);
      const frame = frameMaker(cid, sender, 1);
      return { socket, nextFrame: () => frame(FRAME_TYPE.message) };
    }),
  );
  const [visitor, staff] = ends;
  if (visitor === undefined || staff === undefined) throw new Error('A pair has two ends.');
  return createPair([visitor, staff], fail);
}
