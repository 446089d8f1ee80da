import type { ChatId } from '@haven/shared/ids';
import { LIMITS } from '@haven/shared/protocol/limits';
import { ok, type Result } from '@haven/shared/result';
import type { RedisConnection } from './redis-connection';

type Watched = {
  readonly chat: ChatId;
  readonly channel: string;
  /** The last frame passed on. */
  last: number;
  /** While earlier frames are being fetched: those that came meanwhile. */
  held: { readonly seq: number; readonly stored: string }[] | null;
  ready: Promise<Result<null, 'unavailable'>>;
};

const afterNumber = (message: string): string => message.slice(message.indexOf(':') + 1);

export type FrameSubscriptions = {
  watch(chat: ChatId): Promise<Result<null, 'unavailable'>>;
  unwatch(chat: ChatId): void;
};

/**
 * Passes on every frame of the watched chats once and in order. Redis publishes at most once, so a number that was
 * skipped, and whatever came while the connection was gone, is fetched from the ring.
 */
export function createFrameSubscriptions(
  redis: RedisConnection,
  ringKey: (chat: ChatId) => string,
  onStored: (chat: ChatId, seq: number, stored: string) => void,
): FrameSubscriptions {
  const byChannel = new Map<string, Watched>();

  const pass = (watched: Watched, seq: number, stored: string) => {
    watched.last = seq;
    onStored(watched.chat, seq, stored);
  };

  const release = (watched: Watched) => {
    const held = watched.held ?? [];
    watched.held = null;
    for (const { seq, stored } of held) take(watched, seq, stored);
  };

  /** Passes on what the ring holds after the last one up to `to`, then what came meanwhile. */
  const catchUp = async (watched: Watched, to: number) => {
    const from = Math.max(watched.last + 1, to - LIMITS.ringFrames + 1);
    const fields = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => `f${from + index}`);
    const reply = await redis.command(['HMGET', watched.channel, ...fields]);
    if (reply.ok && Array.isArray(reply.value)) {
      for (const [index, stored] of reply.value.entries()) {
        if (typeof stored === 'string') pass(watched, from + index, afterNumber(stored));
      }
    }
    watched.last = to;
    release(watched);
  };

  const take = (watched: Watched, seq: number, stored: string) => {
    if (watched.held !== null) watched.held.push({ seq, stored });
    else if (seq === watched.last + 1) pass(watched, seq, stored);
    else if (seq > watched.last) {
      watched.held = [{ seq, stored }];
      void catchUp(watched, seq - 1);
    }
  };

  const onMessage = (message: string, channel: string) => {
    const watched = byChannel.get(channel);
    if (watched === undefined) return;
    take(watched, Number.parseInt(message, 10), afterNumber(message));
  };

  const lastOf = async (channel: string): Promise<Result<number, 'unavailable'>> => {
    const reply = await redis.command(['HGET', channel, 's']);
    return reply.ok ? ok(Number(reply.value ?? 0)) : reply;
  };

  redis.onAgain(() => {
    for (const watched of byChannel.values()) {
      if (watched.held !== null) continue;
      watched.held = [];
      void lastOf(watched.channel).then((last) =>
        last.ok && last.value > watched.last ? catchUp(watched, last.value) : release(watched),
      );
    }
  });

  const start = async (watched: Watched): Promise<Result<null, 'unavailable'>> => {
    const subscribed = await redis.subscribe(watched.channel, onMessage);
    const last = subscribed.ok ? await lastOf(watched.channel) : subscribed;
    if (!last.ok) {
      if (byChannel.get(watched.channel) === watched) byChannel.delete(watched.channel);
      redis.unsubscribe(watched.channel);
      return last;
    }
    watched.last = last.value;
    release(watched);
    return ok(null);
  };

  return {
    watch: (chat) => {
      const channel = ringKey(chat);
      const known = byChannel.get(channel);
      if (known !== undefined) return known.ready;
      const watched: Watched = { chat, channel, last: 0, held: [], ready: Promise.resolve(ok(null)) };
      byChannel.set(channel, watched);
      watched.ready = start(watched);
      return watched.ready;
    },
    unwatch: (chat) => {
      const channel = ringKey(chat);
      if (byChannel.delete(channel)) redis.unsubscribe(channel);
    },
  };
}
