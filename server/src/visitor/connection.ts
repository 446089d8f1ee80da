import type { ChatId, RegionId } from '@haven/shared/ids';
import type { VisitorPushMap, VisitorRequestMap } from '@haven/shared/protocol/event-maps';
import type { Survey } from '@haven/shared/protocol/survey';
import type { Socket } from 'socket.io';
import type { Decide } from '../announce/decide';
import type { ConnectionId } from '../desk/records';
import type { Handler, Limited } from '../events/dispatch';
import type { DeskStore } from '../live/desk-store';
import type { Network } from '../live/block-store';
import type { FrameStore } from '../live/frame-store';
import type { Participants } from '../relay/participants';
import type { Capabilities } from '../tokens/capabilities';
import type { VisitorRequests } from '@haven/shared/protocol/event-maps';
import type { Trust } from '../trust/trust';
import type { Proofs } from './proofs';

export type VisitorSocket = Socket<
  VisitorRequestMap,
  VisitorPushMap,
  Record<string, never>,
  VisitorConnection | undefined
>;

/** One connection of a visitor's client; bound to one chat by entering or resuming, and to no other after that. */
export type VisitorConnection = Limited & {
  readonly id: ConnectionId;
  readonly socket: VisitorSocket;
  /** What stands for the address in limits today; null for this machine. Nothing leads back from it. */
  readonly from: string | null;
  /** What stands for the network in a block; null where that cannot be known. Nothing leads back from it. */
  readonly network: Network | null;
  chat: ChatId | null;
  /** Named before the outcome of entering is known, so that entering again is the same chat. */
  entering: ChatId | null;
  /** A proof of work came before the entry. */
  proven: boolean;
  answeredSurvey: boolean;
};

/** What the visitor's events work with. */
export type VisitorEdge = {
  readonly store: Pick<DeskStore, 'chat'>;
  readonly decide: Decide;
  readonly frames: FrameStore;
  readonly participants: Participants;
  readonly capabilities: Capabilities;
  readonly proofs: Proofs;
  readonly trust: Trust;
  readonly newChatId: () => ChatId;
  /** Whether this address may enter once more. */
  readonly mayEnter: (from: string | null) => Promise<boolean>;
  /** Whether whoever comes from there is turned away for a time. */
  readonly isBlocked: (network: Network | null) => Promise<boolean>;
  /** Somebody of this region could not enter, for nobody is on duty. */
  readonly onTurnedAway: (region: RegionId | null) => void;
  readonly onSurvey: (answers: Survey) => void;
  readonly isLeaving: () => boolean;
};

export type VisitorHandler<E extends keyof VisitorRequests> = Handler<
  VisitorEdge,
  VisitorConnection,
  VisitorRequests,
  E
>;

/** From now on this connection speaks for this chat, and hears of it. */
export function bind(connection: VisitorConnection, chat: ChatId): void {
  connection.chat = chat;
  connection.entering = null;
  void connection.socket.join(chat);
}

/** Before the first link of this connection. */
export function tellRevocations({ trust }: Pick<VisitorEdge, 'trust'>, socket: VisitorSocket): void {
  const lists = trust.ledger.signedLists;
  if (lists.length > 0) socket.emit('revocations', { lists: [...lists] });
}

/** The connection speaks for no chat any longer; its peer may resume. */
export function unbind(
  { participants }: Pick<VisitorEdge, 'participants'>,
  connection: VisitorConnection,
): void {
  const { chat, socket } = connection;
  if (chat === null) return;
  connection.chat = null;
  void socket.leave(chat);
  participants.removeVisitor(chat, socket);
}
