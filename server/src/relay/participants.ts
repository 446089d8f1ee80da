import type { ChatId, SeatId } from '@haven/shared/ids';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import { err, type Result } from '@haven/shared/result';
import type { FrameStore } from '../live/frame-store';

/** What the relay needs of a visitor's and of a staff member's socket. */
type VisitorSocket = {
  emit(event: 'frame', payload: { readonly seq: number; readonly frame: string }): unknown;
};
type StaffSocket = {
  emit(
    event: 'frame',
    payload: { readonly chat: ChatId; readonly seq: number; readonly frame: string },
  ): unknown;
};

/** The participants of chats whose connections this node holds: frames for them are watched for and handed over. */
export type Participants = {
  /** From when this resolves, every frame for the visitor of this chat reaches the socket. The latest socket wins. */
  addVisitor(chat: ChatId, socket: VisitorSocket): Promise<Result<null, ErrorCode>>;
  removeVisitor(chat: ChatId, socket: VisitorSocket): void;
  setSeat(seat: SeatId, socket: StaffSocket): void;
  removeSeat(seat: SeatId, socket: StaffSocket): void;
  /** From when this resolves, every frame of the chat for this seat reaches its socket. */
  follow(seat: SeatId, chat: ChatId): Promise<Result<null, ErrorCode>>;
  /** Follows these chats and no others. */
  followOnly(seat: SeatId, chats: readonly ChatId[]): Promise<void>;
};

type Seat = { readonly socket: StaffSocket; readonly chats: Set<ChatId> };

export function createParticipants(frames: FrameStore): Participants {
  const visitors = new Map<ChatId, VisitorSocket>();
  const seats = new Map<SeatId, Seat>();
  /** How many participants of a chat are here. */
  const interest = new Map<ChatId, number>();

  frames.onFrame(({ chat, to, seq, frame }) => {
    if (to === 'visitor') visitors.get(chat)?.emit('frame', { seq, frame });
    else seats.get(to)?.socket.emit('frame', { chat, seq, frame });
  });

  const watch = (chat: ChatId) => {
    interest.set(chat, (interest.get(chat) ?? 0) + 1);
    return frames.watch(chat);
  };
  const unwatch = (chat: ChatId) => {
    const left = (interest.get(chat) ?? 0) - 1;
    if (left > 0) {
      interest.set(chat, left);
      return;
    }
    interest.delete(chat);
    frames.unwatch(chat);
  };

  const follow: Participants['follow'] = (seat, chat) => {
    const chats = seats.get(seat)?.chats;
    if (chats === undefined) return Promise.resolve(err('unknown-seat'));
    // Watched already, or about to be: the store tells when.
    if (chats.has(chat)) return frames.watch(chat);
    chats.add(chat);
    return watch(chat);
  };

  return {
    addVisitor: (chat, socket) => {
      const isNew = !visitors.has(chat);
      visitors.set(chat, socket);
      return isNew ? watch(chat) : frames.watch(chat);
    },
    removeVisitor: (chat, socket) => {
      if (visitors.get(chat) !== socket) return;
      visitors.delete(chat);
      unwatch(chat);
    },
    setSeat: (seat, socket) => {
      seats.set(seat, { socket, chats: seats.get(seat)?.chats ?? new Set() });
    },
    removeSeat: (seat, socket) => {
      const known = seats.get(seat);
      if (known?.socket !== socket) return;
      seats.delete(seat);
      for (const chat of known.chats) unwatch(chat);
    },
    follow,
    followOnly: async (seat, chats) => {
      const followed = seats.get(seat)?.chats;
      if (followed === undefined) return;
      for (const chat of followed) {
        if (chats.includes(chat)) continue;
        followed.delete(chat);
        unwatch(chat);
      }
      await Promise.all(chats.map((chat) => follow(seat, chat)));
    },
  };
}
