import type { Queue } from '../erlang-a';

/** mulberry32: small, and good enough to draw arrivals from. */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Seen = {
  readonly abandoned: number;
  readonly answeredWithinMinute: number;
  readonly meanWaitMinutes: number;
};

/** Chats one after the other, first in first out, each with its own patience. */
export function simulateQueue(
  { arrivals, service, impatience, servers }: Queue,
  { chats, seed }: { readonly chats: number; readonly seed: number },
): Seen {
  const chance = drawn(seed);
  const exponential = (rate: number) => -Math.log(1 - chance()) / rate;
  const freeAt = Array.from({ length: servers }, () => 0);
  let now = 0;
  let abandoned = 0;
  let inTime = 0;
  let waited = 0;
  for (let chat = 0; chat < chats; chat += 1) {
    now += exponential(arrivals);
    const first = freeAt.indexOf(Math.min(...freeAt));
    const offered = Math.max(0, (freeAt[first] ?? 0) - now);
    const patience = exponential(impatience);
    waited += Math.min(offered, patience);
    if (patience < offered) {
      abandoned += 1;
      continue;
    }
    if (offered <= 1 / 60) inTime += 1;
    freeAt[first] = now + offered + exponential(service);
  }
  return {
    abandoned: abandoned / chats,
    answeredWithinMinute: inTime / chats,
    meanWaitMinutes: (60 * waited) / chats,
  };
}
