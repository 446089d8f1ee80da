import type { ErrorCode } from '@haven/shared/protocol/errors';
import { type Result, ok } from '@haven/shared/result';
import type { Instant } from '@haven/shared/units';
import { alertAttempt, alertDelivered } from './alert';
import { certificateOver, seatCertified } from './certificate-turns';
import { claim } from './claim';
import type { Command, CommandKind, DeskCommand } from './commands';
import { consultAsk, consultComplete, consultEnd, consultTimeout } from './consult';
import { counsellorGraceOver } from './counsellor-grace';
import { type Decision, openDesk, type Rule } from './decision';
import { decline, nextRound } from './decline';
import { dutyTurn } from './duty-turn';
import { enter } from './enter';
import { closeOverflow, openOverflow, pauseIntake, resumeIntake, spread, spreadDone } from './hand';
import { blockChat, close, leave } from './leave';
import { linkOpen, linkRequest } from './link';
import { matchChat, matchStaff } from './match';
import { moveChat } from './move';
import { offerExpired } from './offer-expired';
import { overflowStep } from './overflow-step';
import { setCapacity, setPresence } from './presence';
import { prove } from './prove';
import { registerAgain } from './register-again';
import type { Scene } from './scene';
import { seatLeft } from './seats';
import { staffEnter } from './staff-enter';
import { takeOff } from './take-off';
import { transferAsk, transferCancel, transferComplete, transferRefuse, transferTimeout } from './transfer';
import { visitorConnected, visitorDisconnected, visitorGraceOver } from './visitor-connection';
import { retentionOver } from './retention';
import { answerSurvey } from './survey';
import { finishWrapUp, setSafety, wrapUpOver } from './wrap-up';

const RULES: { readonly [K in CommandKind]: Rule<K> } = {
  enter,
  prove,
  'visitor-connected': visitorConnected,
  'visitor-disconnected': visitorDisconnected,
  leave,
  'link-open': linkOpen,
  'transfer-complete': transferComplete,
  'transfer-refuse': transferRefuse,
  'answer-survey': answerSurvey,
  'consult-complete': consultComplete,
  'consult-end': consultEnd,
  claim,
  decline,
  'link-request': linkRequest,
  'transfer-ask': transferAsk,
  'transfer-cancel': transferCancel,
  'consult-ask': consultAsk,
  'set-safety': setSafety,
  close,
  'finish-wrap-up': finishWrapUp,
  'staff-enter': staffEnter,
  'seat-left': seatLeft,
  'seat-certified': seatCertified,
  'set-presence': setPresence,
  'set-capacity': setCapacity,
  'open-overflow': openOverflow,
  'close-overflow': closeOverflow,
  'pause-intake': pauseIntake,
  'resume-intake': resumeIntake,
  'move-chat': moveChat,
  'take-off': takeOff,
  'block-chat': blockChat,
  'alert-delivered': alertDelivered,
  'register-again': registerAgain,
  'offer-expired': offerExpired,
  'next-round': nextRound,
  'overflow-step': overflowStep,
  'visitor-grace-over': visitorGraceOver,
  'transfer-timeout': transferTimeout,
  'consult-timeout': consultTimeout,
  'wrap-up-over': wrapUpOver,
  'retention-over': retentionOver,
  'counsellor-grace-over': counsellorGraceOver,
  'duty-turn': dutyTurn,
  'certificate-over': certificateOver,
  'alert-attempt': alertAttempt,
  spread,
  'spread-done': spreadDone,
  'match-chat': matchChat,
  'match-staff': matchStaff,
};

/** What the desk makes of a command. Pure: the same scene, command and time give the same decision. */
export function decide(scene: Scene, command: DeskCommand, now: Instant): Result<Decision, ErrorCode> {
  const { desk, decision } = openDesk(scene, command.kind, now);
  const verdict = follow(desk, command, now);
  return verdict.ok ? ok(decision()) : verdict;
}

function follow<K extends CommandKind>(
  desk: Parameters<Rule<K>>[0],
  command: Command<K> & { readonly kind: K },
  now: Instant,
) {
  return RULES[command.kind](desk, command, now);
}
