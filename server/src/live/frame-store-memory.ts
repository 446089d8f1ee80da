import type { ChatId, SeatId } from '@haven/shared/ids';
import { LIMITS, TIMING } from '@haven/shared/protocol/limits';
import type { StoredFrame } from '@haven/shared/protocol/frame';
import { err, ok } from '@haven/shared/result';
import type { Instant } from '@haven/shared/units';
import {
  type ChatLinks,
  EVICT_EVERY,
  type FrameStore,
  type LinkEnd,
  NAME_CHARACTERS,
  type RelayedFrame,
  RING_IDLE_AT_MOST,
} from './frame-store';

type Ring = {
  /** The number before the first frame of this ring. */
  readonly base: number;
  last: number;
  highestEpoch: number;
  readonly frames: Map<number, { readonly to: LinkEnd; readonly frame: string }>;
  readonly numberOf: Map<string, number>;
  readonly open: Map<number, SeatId>;
  readonly closed: Map<number, SeatId>;
  version: number;
  ended: boolean;
  keepUntil: Instant;
};

const nameOf = (frame: string) => frame.slice(0, NAME_CHARACTERS);

/** For one node: everything in its own memory. */
export function createMemoryFrameStore(now: () => Instant): FrameStore {
  const rings = new Map<ChatId, Ring>();
  const listeners = new Set<(relayed: RelayedFrame) => void>();
  const watched = new Set<ChatId>();

  const put = (chat: ChatId, ring: Ring, to: LinkEnd, frame: string): number => {
    ring.last += 1;
    const seq = ring.last;
    ring.frames.set(seq, { to, frame });
    ring.numberOf.set(nameOf(frame), seq);
    if (seq % EVICT_EVERY === 0) evict(ring, seq - LIMITS.ringFrames);
    ring.keepUntil = now() + RING_IDLE_AT_MOST;
    if (watched.has(chat)) for (const listener of listeners) listener({ chat, to, seq, frame });
    return seq;
  };

  return {
    openLink: async ({ chat, version, seats, ended }, { epoch, seat, frame }) => {
      const ring = rings.get(chat) ?? newRing(version, epoch, now());
      if (ring.ended) return err('chat-ended');
      const known = ring.numberOf.get(nameOf(frame));
      if (known !== undefined && ring.open.get(epoch) === seat) return ok(known);
      if (epoch <= ring.highestEpoch) return err('stale-epoch');
      if (ended && (version > ring.version || !rings.has(chat))) return err('chat-ended');
      if (!seats.includes(seat)) return err('unknown-member');
      rings.set(chat, ring);
      ring.version = Math.max(ring.version, version);
      ring.highestEpoch = epoch;
      ring.open.set(epoch, seat);
      return ok(put(chat, ring, seat, frame));
    },
    append: async (chat, epoch, from, frame) => {
      const ring = rings.get(chat);
      if (ring === undefined) return err('unknown-chat');
      const seat = ring.open.get(epoch) ?? ring.closed.get(epoch);
      if (seat === undefined) return err(epoch > ring.highestEpoch ? 'unknown-epoch' : 'stale-epoch');
      if (from !== 'visitor' && from !== seat) return err('not-yours');
      const known = ring.numberOf.get(nameOf(frame));
      if (known !== undefined) return ok(known);
      if (ring.ended) return err('chat-ended');
      if (!ring.open.has(epoch)) return err('stale-epoch');
      return ok(put(chat, ring, from === 'visitor' ? seat : 'visitor', frame));
    },
    replay: async (chat, to, seen) => {
      const ring = rings.get(chat);
      if (ring === undefined) return ok({ frames: [], upTo: seen, more: false, gap: seen > 0 });
      const { last } = ring;
      const oldest = Math.max(ring.base, last - LIMITS.ringFrames) + 1;
      const frames: StoredFrame[] = [];
      let upTo = Math.max(seen, oldest - 1);
      while (upTo < last && frames.length < LIMITS.replayPage) {
        upTo += 1;
        const stored = ring.frames.get(upTo);
        if (stored?.to === to) frames.push({ seq: upTo, frame: stored.frame });
      }
      upTo = Math.min(upTo, last);
      return ok({ frames, upTo, more: upTo < last, gap: seen + 1 < oldest || seen > last });
    },
    setLinks: async (links) => {
      const ring = rings.get(links.chat);
      if (ring !== undefined) close(ring, links, now());
      return ok(null);
    },
    forget: async (chat) => {
      rings.delete(chat);
      return ok(null);
    },
    watch: async (chat) => {
      watched.add(chat);
      return ok(null);
    },
    unwatch: (chat) => {
      watched.delete(chat);
    },
    onFrame: (listener) => {
      listeners.add(listener);
    },
    sweep: (at) => {
      for (const [chat, ring] of rings) if (ring.keepUntil <= at) rings.delete(chat);
    },
  };
}

function evict(ring: Ring, upTo: number): void {
  for (let old = upTo - EVICT_EVERY + 1; old <= upTo; old += 1) {
    const fallen = ring.frames.get(old);
    if (fallen === undefined) continue;
    ring.frames.delete(old);
    ring.numberOf.delete(nameOf(fallen.frame));
  }
}

/** A link that was closed is never open again. */
function close(ring: Ring, { version, seats, ended }: ChatLinks, now: Instant): void {
  if (version <= ring.version || ring.ended) return;
  ring.version = version;
  for (const [epoch, seat] of ring.open) {
    if (!ended && seats.includes(seat)) continue;
    ring.open.delete(epoch);
    ring.closed.set(epoch, seat);
  }
  if (!ended) return;
  ring.ended = true;
  ring.keepUntil = now + TIMING.retention;
}

function newRing(version: number, epoch: number, now: Instant): Ring {
  const base = epoch === 1 ? 0 : Math.floor(now);
  return {
    base,
    last: base,
    highestEpoch: 0,
    frames: new Map(),
    numberOf: new Map(),
    open: new Map(),
    closed: new Map(),
    version,
    ended: false,
    keepUntil: now + RING_IDLE_AT_MOST,
  };
}
