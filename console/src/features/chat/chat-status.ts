import type { SeatId, StaffId } from '@haven/shared/ids';
import type { StaffChatState } from '@haven/shared/endpoint/staff-worker';
import type { LinkFault } from '@haven/shared/endpoint/conversation';
import type { EndReason, Member, StaffChat, TransferState } from '@haven/shared/protocol/chat';
import type { Instant } from '@haven/shared/units';

/** What a chat is at this moment, for this tab. One of these is shown at a time; the first that holds wins. */
export type ChatStatus =
  | { readonly kind: 'ended'; readonly reason: EndReason; readonly wrapUpUntil: Instant | null }
  /** Another tab of mine holds the link. */
  | { readonly kind: 'elsewhere' }
  /** No tab of mine holds the link: one takes over by itself. */
  | { readonly kind: 'taking-over' }
  | { readonly kind: 'visitor-lost'; readonly since: Instant }
  | { readonly kind: 'fault'; readonly fault: LinkFault }
  /** I accepted a transfer: the visitor chooses what I may see, or the link is being made. */
  | { readonly kind: 'incoming'; readonly linking: boolean }
  /** I am willing to join: the visitor decides, or the link is being made. */
  | { readonly kind: 'joining' }
  | { readonly kind: 'handing-over'; readonly transfer: TransferState }
  | { readonly kind: 'linking' }
  | { readonly kind: 'restoring' }
  | { readonly kind: 'secure' };

export type ChatStatusKind = ChatStatus['kind'];

export const memberOf = (chat: StaffChat, staffId: StaffId): Member | undefined =>
  chat.members.find((member) => member.staffId === staffId);

export const chatStatus = (
  chat: StaffChat,
  state: StaffChatState | undefined,
  me: { readonly staffId: StaffId; readonly seat: SeatId },
): ChatStatus => {
  if (chat.phase === 'ended') {
    return { kind: 'ended', reason: chat.endReason ?? 'lost', wrapUpUntil: chat.wrapUpUntil };
  }
  const member = memberOf(chat, me.staffId);
  if (member?.seat === null) return { kind: 'taking-over' };
  if (member !== undefined && member.seat !== me.seat) return { kind: 'elsewhere' };
  if (chat.visitorLostSince !== null) return { kind: 'visitor-lost', since: chat.visitorLostSince };
  const link = state?.link ?? null;
  // While a link is secure, a fault says that something was refused on the way; the link goes on.
  if (link !== null && link.fault !== null && link.state !== 'secure')
    return { kind: 'fault', fault: link.fault };
  if (member?.role === 'incoming') return { kind: 'incoming', linking: link !== null };
  if (member?.role === 'joining') return { kind: 'joining' };
  if (chat.transfer !== null) return { kind: 'handing-over', transfer: chat.transfer };
  if (link?.state !== 'secure') return { kind: 'linking' };
  return state?.restoring === true ? { kind: 'restoring' } : { kind: 'secure' };
};

/**
 * Whether words may be typed and sent. While a link is being made they wait in the worker, which releases none of
 * them before the link is secure.
 */
export const mayWrite = (status: ChatStatus): boolean => {
  switch (status.kind) {
    case 'secure':
    case 'restoring':
    case 'linking':
    case 'handing-over':
    case 'visitor-lost':
      return true;
    case 'fault':
      // What is altered or late is tried again by itself; the others need somebody to act.
      return status.fault === 'no-answer' || status.fault === 'altered';
    case 'ended':
    case 'elsewhere':
    case 'taking-over':
    case 'incoming':
    case 'joining':
      return false;
  }
};
