import type { ChatId, DeskId, StaffId } from '@haven/shared/ids';
import type { DeskNow } from '@haven/shared/protocol/desk-now';
import type { WaitBand } from '@haven/shared/protocol/chat';
import type { StaffPushMap } from '@haven/shared/protocol/event-maps';
import type { StaffPresence } from '@haven/shared/protocol/presence';
import type { Offer, OfferWithdrawn, QueueItem } from '@haven/shared/protocol/queue';
import type { Count } from './counts';
import type { ChatRecord, Contact } from './records';
import type { Instant, Milliseconds } from '@haven/shared/units';
import type { Load } from './wait';

type Pushed<E extends keyof StaffPushMap> = Parameters<StaffPushMap[E]>[0];
export type ChatGoneReason = Pushed<'chat:gone'>['reason'];
export type ConsultFailure = Pushed<'consult:over'>['reason'];
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

/** That the standby of a desk is needed, for whoever tells them. Nothing in it leads to a chat or a visitor. */
export type StandbyAlert = {
  readonly desk: DeskId;
  /** Names the alert, in `alert-delivered` too. */
  readonly startedAt: Instant;
  /** 1 at first. The same alert is announced again, on any node, until somebody says that it was delivered. */
  readonly attempt: number;
  readonly waiting: number;
  /** How long the first of them has waited. */
  readonly longest: Milliseconds;
};

/** What happened, for whom it concerns. Plain JSON, so that it may cross nodes. */
export type DeskFact =
  /** To every console. */
  | { readonly kind: 'queue-upsert'; readonly item: QueueItem }
  | { readonly kind: 'queue-remove'; readonly chat: ChatId; readonly version: number }
  | { readonly kind: 'staff'; readonly staff: StaffPresence }
  | { readonly kind: 'desk'; readonly desk: DeskNow }
  /** To every console, and to whoever delivers alerts, on the one node that took it. */
  | { readonly kind: 'standby-alert'; readonly alert: StandbyAlert }
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
  /** To whoever counts the day. */
  | { readonly kind: 'counted'; readonly count: Count }
  /** To the records: a chat is over and its facts are complete. Told once for each. */
  | { readonly kind: 'contact'; readonly contact: Contact }
  | {
      readonly kind: 'consult-over';
      readonly to: StaffId;
      readonly chat: ChatId;
      readonly reason: ConsultFailure;
    }
  /** To the audit log: the visitor let a colleague into her chat. Told once for each. */
  | { readonly kind: 'colleague-joined'; readonly by: StaffId; readonly joined: StaffId }
  /** To every node: the live state keeps nothing of this chat any longer. */
  | { readonly kind: 'chat-forgotten'; readonly chat: ChatId };
