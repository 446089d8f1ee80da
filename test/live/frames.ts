import { concat, fromBase64Url, toBase64Url } from '@haven/shared/crypto/bytes';
import { encodePrefix, FRAME_TYPE, SENDER } from '@haven/shared/crypto/frame';
import type { ChatId, SeatId } from '@haven/shared/ids';
import type { ChatLinks, FrameStore, RelayedFrame } from '@haven/server/live/frame-store';
import { connectRedis } from '@haven/server/live/redis-connection';
import { randomBytes } from 'node:crypto';
import type { Closing } from '../support/closing';

const id = () => randomBytes(16).toString('base64url');
export const newChat = () => id() as ChatId;
export const newSeat = () => id() as SeatId;

type Parts = {
  chat: ChatId;
  type?: keyof typeof FRAME_TYPE;
  from?: 'visitor' | 'staff';
  epoch?: number;
  n?: number;
  body?: number;
};

export function frameOf({
  chat,
  type = 'message',
  from = 'visitor',
  epoch = 1,
  n = 1,
  body = 36,
}: Parts): string {
  const cid = fromBase64Url(chat);
  if (!cid.ok) throw new Error('No chat');
  const number = type === 'message' ? n : 0;
  const prefix = { suite: 1, type: FRAME_TYPE[type], sender: SENDER[from], epoch, number, cid: cid.value };
  return toBase64Url(concat(encodePrefix(prefix), new Uint8Array(body).fill(n % 256)));
}

export const linksOf = (chat: ChatId, seats: readonly SeatId[], version = 1): ChatLinks => ({
  chat,
  version,
  seats,
  ended: false,
});

export type Node = { readonly store: FrameStore; readonly relayed: RelayedFrame[] };

export const listening = (store: FrameStore): Node => {
  const relayed: RelayedFrame[] = [];
  store.onFrame((frame) => relayed.push(frame));
  return { store, relayed };
};

/** A connection that ends with the test. */
export async function connect(url: string, closing: Closing) {
  const connection = await connectRedis(url, () => undefined);
  if (!connection.ok) throw new Error('No Redis');
  closing.defer(() => connection.value.close());
  return connection.value;
}
