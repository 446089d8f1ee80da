import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { MessageKey } from '../i18n/message-types';

const WORDS: Partial<Record<ErrorCode, MessageKey>> = {
  'already-claimed': 'error.already-claimed',
  'not-offered': 'error.not-offered',
  'not-eligible': 'error.not-eligible',
  'not-certified': 'error.not-certified',
  'not-permitted': 'error.not-permitted',
  'at-capacity': 'error.at-capacity',
  'nobody-free': 'error.nobody-free',
  'transfer-pending': 'error.transfer-pending',
  'no-transfer': 'error.no-transfer',
  'consult-pending': 'error.consult-pending',
  'no-consult': 'error.no-consult',
  'chat-ended': 'error.chat-ended',
  outdated: 'error.outdated',
  'cannot-block': 'error.cannot-block',
  'shortcut-taken': 'error.shortcut-taken',
  'too-many-replies': 'error.too-many-replies',
  'counsellor-present': 'error.counsellor-present',
  'shift-gone': 'error.shift-gone',
  'wrong-phase': 'error.wrong-phase',
  'not-fresh': 'error.not-fresh',
  'last-passkey': 'error.last-passkey',
  'invitation-over': 'error.invitation-over',
  'unknown-person': 'error.unknown-person',
  'can-sign-in': 'error.can-sign-in',
  'last-administrator': 'error.last-administrator',
  'own-recovery': 'error.own-recovery',
  'recovery-needs-another': 'error.recovery-needs-another',
  'recovery-needs-administrator': 'error.recovery-needs-administrator',
  'recovery-over': 'error.recovery-over',
  'too-frequent': 'error.too-frequent',
  'device-unproven': 'error.unreachable',
  unavailable: 'error.unreachable',
  leaving: 'error.unreachable',
};

/** What a counsellor is told about a refusal; codes that only a fault in the program can cause share one sentence. */
export const noticeOf = (error: ErrorCode): MessageKey => WORDS[error] ?? 'error.other';
