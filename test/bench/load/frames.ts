import { randomBytes } from 'node:crypto';
import { encodePrefix, type FrameType, type Sender, SUITE } from '@haven/shared/crypto/frame';

/** All bytes of a frame: prefix, header and content together, as in the floor's payload. */
const FRAME_BYTES = 300;
const HEAD_BYTES = 30;

/**
 * Makes well-formed frames of one link without the cost of sealing them: the relay reads the prefix and nothing else.
 * Only the first 30 bytes are encoded anew for each.
 */
export function frameMaker(cid: Uint8Array, sender: Sender, epoch: number): (type: FrameType) => string {
  const rest = randomBytes(FRAME_BYTES - HEAD_BYTES).toString('base64url');
  const filler = randomBytes(2);
  let number = 0;
  return (type) => {
    // 3 is a message, the only type that is numbered.
    const numbered = type === 3 ? (number += 1) : 0;
    const prefix = encodePrefix({ suite: SUITE, type, sender, epoch, number: numbered, cid });
    return Buffer.concat([prefix, filler]).toString('base64url') + rest;
  };
}
