import type { ChatId, SeatId } from '@haven/shared/ids';
import { type ErrorCode, isErrorCode } from '@haven/shared/protocol/errors';
import type { Replay, StoredFrame } from '@haven/shared/protocol/frame';
import { err, ok, type Result } from '@haven/shared/result';
import { APPEND, OPEN_LINK, REPLAY, SET_LINKS } from './frame-scripts';
import type { ChatLinks, FrameStore, LinkEnd, RelayedFrame } from './frame-store';
import { createFrameSubscriptions } from './frame-subscriptions';
import type { RedisConnection, RedisReply } from './redis-connection';

/** The hash of a chat's ring, and the channel of its frames. The tag puts all of a chat into one slot. */
const ringKey = (chat: ChatId): string => `{c:${chat}}:ring`;

/** How a stored frame begins: whom it is for, then the seat of its link. */
const TO_VISITOR = 'v';
const TO_SEAT = 's';
const SEAT_CHARACTERS = 22;

/** For any number of nodes. */
export function createRedisFrameStore(redis: RedisConnection): FrameStore {
  const listeners = new Set<(relayed: RelayedFrame) => void>();
  const subscriptions = createFrameSubscriptions(redis, ringKey, (chat, seq, stored) => {
    const relayed = { chat, seq, ...parseStored(stored) };
    for (const listener of listeners) listener(relayed);
  });

  return {
    openLink: async (links, { epoch, seat, frame }) =>
      numberOrError(
        await redis.run(
          OPEN_LINK,
          [ringKey(links.chat)],
          [String(epoch), seat, frame, String(links.version), seatsField(links), links.ended ? '1' : '0'],
        ),
      ),
    append: (chat, epoch, from, frame) =>
      redis
        .run(
          APPEND,
          [ringKey(chat)],
          from === 'visitor' ? [TO_SEAT, String(epoch), '', frame] : [TO_VISITOR, String(epoch), from, frame],
        )
        .then(numberOrError),
    replay: async (chat, to, seen) => {
      const reader = to === 'visitor' ? TO_VISITOR : TO_SEAT + to;
      const reply = await redis.run(REPLAY, [ringKey(chat)], [reader, String(seen)]);
      return reply.ok ? ok(parseReplay(reply.value, seen)) : reply;
    },
    setLinks: async (links) => {
      const reply = await redis.run(
        SET_LINKS,
        [ringKey(links.chat)],
        [String(links.version), seatsField(links), links.ended ? '1' : '0'],
      );
      return reply.ok ? ok(null) : reply;
    },
    forget: async (chat) => {
      const reply = await redis.command(['DEL', ringKey(chat)]);
      return reply.ok ? ok(null) : reply;
    },
    watch: (chat) => subscriptions.watch(chat),
    unwatch: (chat) => subscriptions.unwatch(chat),
    onFrame: (listener) => {
      listeners.add(listener);
    },
    sweep: () => undefined,
  };
}

const seatsField = ({ seats }: ChatLinks): string => seats.join(' ');

function numberOrError(reply: Result<RedisReply, 'unavailable'>): Result<number, ErrorCode> {
  if (!reply.ok) return reply;
  if (typeof reply.value === 'number') return ok(reply.value);
  return err(isErrorCode(reply.value) ? reply.value : 'internal');
}

function parseStored(stored: string): { readonly to: LinkEnd; readonly frame: string } {
  const frame = stored.slice(1 + SEAT_CHARACTERS);
  return stored.startsWith(TO_VISITOR)
    ? { to: 'visitor', frame }
    : { to: stored.slice(1, 1 + SEAT_CHARACTERS) as SeatId, frame };
}

function parseReplay(reply: RedisReply, seen: number): Replay {
  const parts = Array.isArray(reply) ? (reply as readonly (string | number)[]) : [];
  if (parts.length === 0) return { frames: [], upTo: seen, more: false, gap: seen > 0 };
  const frames: StoredFrame[] = [];
  for (let at = 3; at < parts.length; at += 2) {
    frames.push({ seq: Number(parts[at]), frame: String(parts[at + 1]) });
  }
  return { frames, upTo: Number(parts[0]), gap: parts[1] === 1, more: parts[2] === 1 };
}
