import type { ChatId, DeskId, SeatId, StaffId } from '@haven/shared/ids';
import type { Answers, EndReason, SafetyLevel, TransferTarget } from '@haven/shared/protocol/chat';
import type { WrapUpForm } from '@haven/shared/protocol/contact-record';
import type { Presence } from '@haven/shared/protocol/presence';
import type { Survey } from '@haven/shared/protocol/survey';
import type { Instant } from '@haven/shared/units';
import type { ChatSnapshot, ConnectionId, StaffProfile } from './records';

type OfChat<K extends string, More = unknown> = { readonly kind: K; readonly chat: ChatId } & More;
type OfStaff<K extends string, More = unknown> = { readonly kind: K; readonly staffId: StaffId } & More;
type OfDesk<K extends string, More = unknown> = { readonly kind: K; readonly desk: DeskId } & More;
type By = { readonly staffId: StaffId };
type AtSeat = By & { readonly seat: SeatId };
type On = { readonly connection: ConnectionId };

/** From the visitor's client. */
export type VisitorCommand =
  /** `proven`: a proof of work came before the entry. */
  | OfChat<'enter', On & { readonly answers: Answers; readonly proven: boolean }>
  /** The proof of work came while waiting. */
  | OfChat<'prove'>
  | OfChat<'visitor-connected', On>
  | OfChat<'visitor-disconnected', On>
  | OfChat<'leave', { readonly reason: Exclude<EndReason, 'lost' | 'counsellor-closed' | 'blocked'> }>
  /** `staffId` and `seat`: the member the link is for. */
  | OfChat<'link-open', AtSeat & { readonly epoch: number }>
  | OfChat<'transfer-complete', { readonly epoch: number }>
  | OfChat<'transfer-refuse'>
  | OfChat<'consult-complete', { readonly epoch: number }>
  | OfChat<'answer-survey', { readonly survey: Survey }>;

/** From a console; `staffId` is who asks. */
export type StaffCommand =
  | OfChat<'claim', AtSeat>
  | OfChat<'decline', By>
  | OfChat<'link-request', AtSeat>
  | OfChat<'transfer-ask', By & { readonly target: TransferTarget }>
  | OfChat<'transfer-cancel', By>
  | OfChat<'consult-ask', By & { readonly colleague: StaffId }>
  | OfChat<'set-safety', By & { readonly level: SafetyLevel | null }>
  | OfChat<'close', By>
  | OfChat<'finish-wrap-up', By & { readonly form: WrapUpForm }>
  /** `presence` and `capacity`: what the console shows; null keeps what the desk knows. */
  | OfStaff<
      'staff-enter',
      On & {
        readonly profile: StaffProfile;
        readonly seat: SeatId;
        readonly presence: Presence | null;
        readonly capacity: number | null;
        readonly certifiedUntil: Instant | null;
      }
    >
  | OfStaff<'seat-certified', On & { readonly seat: SeatId; readonly certifiedUntil: Instant | null }>
  | OfStaff<'seat-left', On & { readonly seat: SeatId }>
  | OfStaff<'set-presence', { readonly presence: Presence }>
  | OfStaff<'set-capacity', { readonly capacity: number }>;

/**
 * By a supervisor's hand; `staffId` is who has the chat, and `spread-done` is said by whoever executes `spread`. Only
 * `block-chat` names who asks, a counsellor too.
 */
export type HandCommand =
  | OfDesk<'open-overflow'>
  | OfDesk<'close-overflow'>
  | OfDesk<'pause-intake'>
  | OfDesk<'resume-intake'>
  | OfDesk<'spread-done'>
  | OfChat<'move-chat', { readonly desk: DeskId }>
  | OfChat<'take-off', By>
  | OfChat<'block-chat', By>;

/** From whoever delivers alerts. `startedAt` names the alert. */
export type AlertDelivered = OfDesk<'alert-delivered', { readonly startedAt: Instant }>;
/** From either side. */
export type ConsultEnd = OfChat<'consult-end', { readonly by: StaffId | 'visitor' }>;

/**
 * Out of a verified capability, after the live state lost its memory. `issuedAt` is the capability's; one that was
 * issued by the present live state belongs to a chat that has ended, and is refused.
 */
export type RegisterAgain = OfChat<
  'register-again',
  {
    readonly snapshot: ChatSnapshot;
    readonly issuedAt: Instant;
    readonly presentedBy: 'visitor' | StaffId;
  }
>;

/** Come due by themselves; each does nothing when its time is not, or no longer, due. */
export type DeadlineCommand =
  | OfChat<'offer-expired'>
  | OfChat<'next-round'>
  | OfChat<'overflow-step'>
  | OfChat<'visitor-grace-over'>
  | OfChat<'transfer-timeout'>
  | OfChat<'consult-timeout'>
  | OfChat<'wrap-up-over'>
  | OfChat<'retention-over'>
  | OfStaff<'counsellor-grace-over'>
  /** The roster says something else of her from now on. */
  | OfStaff<'duty-turn'>
  /** The certificate of a device of hers has run out. */
  | OfStaff<'certificate-over'>
  | OfDesk<'alert-attempt'>
  /** Takes the overflow steps that are due, of all that wait at the desk: the plan or a supervisor changed them. */
  | OfDesk<'spread'>
  /** Looks for a counsellor for this chat, or for a chat for this counsellor. */
  | OfChat<'match-chat'>
  | OfStaff<'match-staff'>;

export type DeskCommand =
  | VisitorCommand
  | StaffCommand
  | ConsultEnd
  | HandCommand
  | AlertDelivered
  | RegisterAgain
  | DeadlineCommand;
export type CommandKind = DeskCommand['kind'];
export type Command<K extends CommandKind> = Extract<DeskCommand, { kind: K }>;
