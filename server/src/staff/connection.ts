import type { SeatId } from '@haven/shared/ids';
import type { ReplyChange } from '@haven/shared/protocol/canned-replies';
import type { StaffPushMap, StaffRequestMap, StaffRequests } from '@haven/shared/protocol/event-maps';
import type { Socket } from 'socket.io';
import type { Decide } from '../announce/decide';
import type { Audit } from '../audit/audit';
import type { DeskPlan } from '../desk/plan';
import type { Displays } from '../display/displays';
import type { ConnectionId, StaffProfile } from '../desk/records';
import type { Handler, Limited } from '../events/dispatch';
import type { BlockStore } from '../live/block-store';
import type { DeskStore } from '../live/desk-store';
import type { FrameStore } from '../live/frame-store';
import type { Directory } from '../organisation/directory';
import type { Records } from '../records/open-records';
import type { Reports } from '../reports/reports';
import type { Participants } from '../relay/participants';
import type { BoardFeed } from '../supervision/feed';
import type { HoleWatch } from '../supervision/watch-holes';
import type { Capabilities } from '../tokens/capabilities';
import type { Invite } from '../sign-in/invite';
import type { Note } from '../sign-in/note';
import type { Sessions, StaffSession } from '../sign-in/sessions';
import type { NetworkOfChat } from '../visitor/network-of-chat';
import type { Trust } from '../trust/trust';
import type { Instant } from '@haven/shared/units';

export type StaffSocket = Socket<
  StaffRequestMap,
  StaffPushMap,
  Record<string, never>,
  StaffConnection | undefined
>;

/** One connection of a signed-in console; it holds one seat once it has entered the desk. */
export type StaffConnection = Limited & {
  readonly id: ConnectionId;
  readonly socket: StaffSocket;
  readonly profile: StaffProfile;
  readonly session: StaffSession;
  seat: SeatId | null;
  /** Until when the device of the seat may answer, as the desk was told. */
  certifiedUntil: Instant | null;
  /** The first of more changes than one packet holds; see `replies:write`. */
  repliesToCome: readonly ReplyChange[];
};

/** What the console's events work with. */
export type StaffEdge = {
  readonly store: Pick<DeskStore, 'chat' | 'overview' | 'desks' | 'staff' | 'records'>;
  readonly audit: Audit;
  readonly plan: () => DeskPlan;
  readonly decide: Decide;
  readonly frames: FrameStore;
  readonly participants: Participants;
  readonly capabilities: Capabilities;
  readonly directory: Directory;
  readonly records: Records;
  readonly reports: Reports;
  readonly board: BoardFeed;
  readonly blocks: BlockStore;
  readonly networkOfChat: NetworkOfChat;
  readonly holes: HoleWatch['near'];
  readonly displays: Displays;
  readonly sessions: Sessions;
  readonly note: Note;
  readonly invite: Invite;
  readonly trust: Trust;
  readonly now: () => Instant;
  readonly isLeaving: () => boolean;
};

export type StaffHandler<E extends keyof StaffRequests> = Handler<
  StaffEdge,
  StaffConnection,
  StaffRequests,
  E
>;

/** The connection holds no seat any longer; its peer may enter again. */
export function leaveSeat(
  { participants }: Pick<StaffEdge, 'participants'>,
  connection: StaffConnection,
): void {
  const { seat, socket } = connection;
  if (seat === null) return;
  connection.seat = null;
  participants.removeSeat(seat, socket);
}
