import type { ChatId, SeatId } from '@haven/shared/ids';
import { LIMITS, TIMING } from '@haven/shared/protocol/limits';
import type { StoredFrame } from '@haven/shared/protocol/frame';
import { err, ok } from '@haven/shared/result';
import type { Instant } from '@haven/shared/units';
import {
  type ChatLinks,
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
  readonly seatOf: Map<number, SeatId>;
  links: ChatLinks;
  keepUntil: Instant;
};

/** For one node: everything in its own memory. */
export function createMemoryFrameStore(now: () => Instant): FrameStore {
  const rings = new Map<ChatId, Ring>();
  const listeners = new Set<(relayed: RelayedFrame) => void>();
  const watched = new Set<ChatId>();

  const put = (chat: ChatId, ring: Ring, to: LinkEnd, frame: string): number => {
    ring.last += 1;
    const seq = ring.last;
    ring.frames.set(seq, { to, frame });
    ring.numberOf.set(frame.slice(0, NAME_CHARACTERS), seq);
    const oldest = ring.frames.get(seq - LIMITS.ringFrames);
    if (oldest !== undefined) {
      ring.frames.delete(seq - LIMITS.ringFrames);
      ring.numberOf.delete(oldest.frame.slice(0, NAME_CHARACTERS));
    }
    ring.keepUntil = now() + RING_IDLE_AT_MOST;
    if (watched.has(chat)) for (const listener of listeners) listener({ chat, to, seq, frame });
    return seq;
  };

  const update = (ring: Ring, links: ChatLinks) => {
    if (links.version <= ring.links.version) return;
    ring.links = { ...links, ended: links.ended || ring.links.ended };
    if (links.ended) ring.keepUntil = now() + TIMING.retention;
  };

  return {
    openLink: async (links, { epoch, seat, frame }) => {
      const ring = rings.get(links.chat) ?? newRing(links, epoch, now());
      const newest = links.version > ring.links.version ? links : ring.links;
      if (ring.links.ended || newest.ended) return err('chat-ended');
      const known = ring.numberOf.get(frame.slice(0, NAME_CHARACTERS));
      if (known !== undefined && ring.seatOf.get(epoch) === seat) return ok(known);
      if (epoch <= ring.highestEpoch) return err('stale-epoch');
      if (!newest.seats.includes(seat)) return err('unknown-member');
      rings.set(links.chat, ring);
      ring.links = newest;
      ring.highestEpoch = epoch;
      ring.seatOf.set(epoch, seat);
      return ok(put(links.chat, ring, seat, frame));
    },
    append: async (chat, epoch, from, frame) => {
      const ring = rings.get(chat);
      if (ring === undefined) return err('unknown-chat');
      const seat = ring.seatOf.get(epoch);
      if (seat === undefined) return err(epoch > ring.highestEpoch ? 'unknown-epoch' : 'stale-epoch');
      if (from !== 'visitor' && from !== seat) return err('not-yours');
      const known = ring.numberOf.get(frame.slice(0, NAME_CHARACTERS));
      if (known !== undefined) return ok(known);
      if (ring.links.ended) return err('chat-ended');
      if (!ring.links.seats.includes(seat)) return err('stale-epoch');
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
      if (ring !== undefined) update(ring, links);
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

function newRing(links: ChatLinks, epoch: number, now: Instant): Ring {
  const base = epoch === 1 ? 0 : Math.floor(now);
  return {
    base,
    last: base,
    highestEpoch: 0,
    frames: new Map(),
    numberOf: new Map(),
    seatOf: new Map(),
    links,
    keepUntil: now + RING_IDLE_AT_MOST,
  };
}
