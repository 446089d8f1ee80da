import type { ChatId, DeskId, SeatId, StaffId } from '@haven/shared/ids';
import type {
  Answers,
  EndReason,
  Member,
  Phase,
  SafetyLevel,
  TransferTarget,
} from '@haven/shared/protocol/chat';
import type { WrapUpForm } from '@haven/shared/protocol/contact-record';
import type { Language } from '@haven/shared/protocol/organisation';
import type { Presence, Role } from '@haven/shared/protocol/presence';
import type { Survey } from '@haven/shared/protocol/survey';
import type { Instant } from '@haven/shared/units';

/**
 * One connection of a visitor or a seat, named by the node that holds it and unlike any other on any node. A
 * disconnect that names an older connection than the present one changes nothing.
 */
export type ConnectionId = string;

/** A visitor is here, or was lost at that moment. */
export type VisitorPresence =
  | { readonly state: 'connected'; readonly connection: ConnectionId }
  | { readonly state: 'lost'; readonly since: Instant };

/** Lower comes first: a chat whose counsellor was lost, everyone, entries without proof during a flood. */
export const PRIORITY = { returning: 0, usual: 1, flood: 2 } as const;
export type Priority = (typeof PRIORITY)[keyof typeof PRIORITY];

/** Whom a chat may ring at. Within one wait it only grows, but for a move to another desk by hand. */
export type Reach = {
  readonly desks: readonly DeskId[];
  /** Everyone on duty, whatever the desk. */
  readonly everyone: boolean;
  /** The standby too. */
  readonly standby: boolean;
  /** The visitor's language is a condition at first, and a wish from the first step that widens on. */
  readonly anyLanguage: boolean;
};

/** A chat that rings at one counsellor. */
export type Ringing = { readonly to: StaffId; readonly until: Instant };

export type TransferRecord = {
  readonly target: TransferTarget;
  /** The counsellor who asked. */
  readonly by: StaffId;
  /** ringing: at `to`. accepted: `to` is the incoming member and waits for the visitor's link. */
  readonly state: 'ringing' | 'accepted';
  readonly to: StaffId;
  readonly toDisplayName: string;
  /** When the ring, or the wait for the visitor, is over. */
  readonly until: Instant;
  /** Who of the target desk declined or let it ring. */
  readonly passed: readonly StaffId[];
};

/** A colleague who is asked to join a chat, or has joined it. */
export type ConsultRecord = {
  /** The counsellor who asked. */
  readonly by: StaffId;
  /** ringing: at `to`. accepted: `to` is joining and waits for the visitor. joined: `to` is in the chat. */
  readonly state: 'ringing' | 'accepted' | 'joined';
  readonly to: StaffId;
  readonly toDisplayName: string;
  /** When the ring, or the wait for the visitor, is over; null once joined. */
  readonly until: Instant | null;
};

/**
 * A chat in the live state. `version` rises with every change and starts at the moment of creation, so a chat that
 * is registered again is newer than anything shown of it before.
 */
export type ChatRecord = {
  readonly chat: ChatId;
  readonly version: number;
  readonly phase: Phase;
  readonly desk: DeskId;
  readonly answers: Answers;
  readonly enteredAt: Instant;
  readonly claimedAt: Instant | null;
  /** When the first counsellor took it; unlike `claimedAt` it stays when that one is lost. */
  readonly takenAt: Instant | null;
  readonly proven: boolean;
  /**
   * Its turn among those of its priority: unique, rising, close to the milliseconds at which it joined the queue.
   * Overflow counts from here.
   */
  readonly arrival: number;
  readonly priority: Priority;
  readonly reach: Reach;
  readonly told: boolean;
  readonly returning: boolean;
  /** Who declined in this round, and when the next round rings at them again. */
  readonly passed: readonly StaffId[];
  readonly nextRoundAt: Instant | null;
  readonly ringing: Ringing | null;
  readonly visitor: VisitorPresence;
  readonly members: readonly Member[];
  /** The highest epoch of any link. */
  readonly epoch: number;
  readonly safety: SafetyLevel | null;
  readonly transfer: TransferRecord | null;
  /** Never beside a transfer. */
  readonly consult: ConsultRecord | null;
  readonly ended: { readonly reason: EndReason; readonly at: Instant } | null;
  readonly wrapUp: { readonly staffId: StaffId; readonly until: Instant } | null;
  /** What the counsellor's form said; null until it is sent, and when it never is. */
  readonly form: WrapUpForm | null;
  /** The visitor's answers after the chat. Kept here, so that they are forgotten with it. */
  readonly survey: Survey | null;
  /** The version of the snapshot it was registered again from, until it changes hands: a newer snapshot corrects it. */
  readonly registeredFrom: number | null;
};

/** What the roster says of a staff member at this moment; without a roster, what her membership of desks says. */
export type DutyNow = {
  /** duty: is rung for `desks`. standby: for what reaches the standby. off: for nothing. */
  readonly kind: 'duty' | 'standby' | 'off';
  readonly desks: readonly DeskId[];
  /** The end of her shift, of several that follow each other the last one; null without a shift. */
  readonly until: Instant | null;
  /** The shift is about to end: she is rung no more. */
  readonly ending: boolean;
  /** When this is to be looked at again. */
  readonly turnsAt: Instant | null;
};
/** All of a chat that its contact record is made from; no identity of the chat or of anybody in it. */
export type Contact = Pick<
  ChatRecord,
  'desk' | 'answers' | 'enteredAt' | 'takenAt' | 'safety' | 'form' | 'survey'
> & { readonly ended: NonNullable<ChatRecord['ended']> };

/** A tab of a console that is connected. */
export type SeatRecord = {
  readonly seat: SeatId;
  readonly connection: ConnectionId;
  /** Until when visitors accept the certificate of its device; null: they do not. */
  readonly certifiedUntil: Instant | null;
};

/** A staff member in the live state; kept while she has a seat or a chat. Versions as in ChatRecord. */
export type StaffRecord = {
  readonly staffId: StaffId;
  readonly version: number;
  readonly displayName: string;
  readonly role: Role;
  readonly desks: readonly DeskId[];
  readonly languages: readonly Language[];
  readonly duty: DutyNow;
  /** Her shift is over and she still had chats: she is away when the last one is wrapped up. */
  readonly stays: boolean;
  readonly presence: Presence;
  /** Since when the presence is what it is. */
  readonly since: Instant;
  readonly capacity: number;
  readonly seats: readonly SeatRecord[];
  /**
   * Set while no seat is left: since when, the presence that a quick return restores, and whether the chats have
   * gone back to the queue already.
   */
  readonly lost: { readonly since: Instant; readonly presence: Presence; readonly returned: boolean } | null;
  /** All that counts against the capacity: active, ringing, incoming by transfer, joined, in wrap-up. */
  readonly chats: readonly ChatId[];
  /** Those of `chats` that ring at this moment. */
  readonly ringing: readonly ChatId[];
  /** Since when without a chat, or when the last one was taken. */
  readonly idleSince: Instant;
  /** When the last pause ended, or when she came. */
  readonly restedAt: Instant;
};

/** An alert of the standby for one desk, until somebody says that it was delivered. */
export type AlertRecord = {
  /** Names the alert. */
  readonly startedAt: Instant;
  readonly attempts: number;
  /** null: delivered. */
  readonly attemptAt: Instant | null;
};

/** What holds for a desk besides its plan; there is none while nothing does. Versions as in ChatRecord. */
export type DeskRecord = {
  readonly desk: DeskId;
  readonly version: number;
  /** A supervisor opened the overflow: every chat of the desk reaches at once whom it would reach in time. */
  readonly opened: boolean;
  /** A supervisor paused the intake: no new chat comes to the desk. */
  readonly paused: boolean;
  readonly alert: AlertRecord | null;
  /** Since when something is to be brought to all the chats that wait at the desk; null: they have it. */
  readonly spreadFrom: Instant | null;
};

/** Who a staff member is, from the sign-in. */
export type StaffProfile = Pick<StaffRecord, 'staffId' | 'displayName' | 'role' | 'desks' | 'languages'>;

/**
 * What a capability keeps of a chat, so that a live state that lost its memory can learn it again. Plain JSON; no
 * identity of the visitor.
 */
export type ChatSnapshot = Pick<
  ChatRecord,
  | 'chat'
  | 'version'
  | 'desk'
  | 'answers'
  | 'enteredAt'
  | 'claimedAt'
  | 'proven'
  | 'arrival'
  | 'priority'
  | 'returning'
  | 'epoch'
  | 'safety'
> & {
  readonly counsellor: Omit<Member, 'role'> | null;
  /** Who has joined the counsellor. */
  readonly joined: Omit<Member, 'role'> | null;
  /** The chat is over: there is nothing to register again. */
  readonly ended: boolean;
};
