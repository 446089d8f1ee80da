import type { ChatId, DeskId, StaffId } from '@haven/shared/ids';
import type { WaitBand } from '@haven/shared/protocol/chat';
import type { StaffPushMap } from '@haven/shared/protocol/event-maps';
import type { StaffPresence } from '@haven/shared/protocol/presence';
import type { Offer, OfferWithdrawn, QueueItem } from '@haven/shared/protocol/queue';
import type { ChatRecord } from './records';
import type { Load } from './wait';

type Pushed<E extends keyof StaffPushMap> = Parameters<StaffPushMap[E]>[0];
export type ChatGoneReason = Pushed<'chat:gone'>['reason'];
export type TransferFailure = Pushed<'transfer:failed'>['reason'];

/** A chat with what depends on the others: its place and what wait to expect. */
export type ChatSight = {
  readonly record: ChatRecord;
  /** 1 is next; null unless waiting or offered. Never rises within one wait. */
  readonly place: number | null;
  readonly band: WaitBand;
};

export type DeskStatus = {
  /** Somebody is on duty, so a chat may enter. */
  readonly open: boolean;
  /** What somebody who enters now has to expect. */
  readonly band: WaitBand;
  readonly load: Load;
};

/** What happened, for whom it concerns. Plain JSON, so that it may cross nodes. */
export type DeskFact =
  /** To every console. */
  | { readonly kind: 'queue-upsert'; readonly item: QueueItem }
  | { readonly kind: 'queue-remove'; readonly chat: ChatId; readonly version: number }
  | { readonly kind: 'staff'; readonly staff: StaffPresence }
  /** To the chat's visitor, and to `audience`: its members and those who were until now. */
  | { readonly kind: 'chat'; readonly sight: ChatSight; readonly audience: readonly StaffId[] }
  /** To every seat of one staff member. */
  | {
      readonly kind: 'chat-gone';
      readonly to: StaffId;
      readonly chat: ChatId;
      readonly reason: ChatGoneReason;
    }
  | { readonly kind: 'offer'; readonly to: StaffId; readonly offer: Offer }
  | {
      readonly kind: 'offer-withdrawn';
      readonly to: StaffId;
      readonly chat: ChatId;
      readonly reason: OfferWithdrawn['reason'];
    }
  | {
      readonly kind: 'transfer-failed';
      readonly to: StaffId;
      readonly chat: ChatId;
      readonly reason: TransferFailure;
      readonly desk: DeskId | null;
    }
  /** To every node: the live state keeps nothing of this chat any longer. */
  | { readonly kind: 'chat-forgotten'; readonly chat: ChatId };
