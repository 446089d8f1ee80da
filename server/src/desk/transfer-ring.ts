import type { DeskId, StaffId } from '@haven/shared/ids';
import { TIMING } from '@haven/shared/protocol/limits';
import type { OfferWithdrawn } from '@haven/shared/protocol/queue';
import type { Instant } from '@haven/shared/units';
import type { Desk } from './decision';
import type { TransferFailure } from './facts';
import { firstFree } from './find-free';
import { letGo, ringAt } from './load';
import type { ChatRecord, StaffRecord, TransferRecord } from './records';
import { failTransfer } from './transfer-end';

type Asked = Pick<TransferRecord, 'target' | 'by' | 'passed'>;

/** Who of a desk may be rung for this chat next: first those who speak its language. */
export function nextOfDesk(
  desk: Desk,
  chat: ChatRecord,
  target: DeskId,
  except: readonly StaffId[],
): StaffRecord | null {
  const { language } = chat.answers;
  return firstFree(desk, [[{ of: target, language }], [{ of: target, language: null }]], except);
}

export function ringColleague(
  desk: Desk,
  chat: ChatRecord,
  asked: Asked,
  colleague: StaffRecord,
  now: Instant,
): void {
  ringAt(desk, colleague, chat.chat);
  desk.putChat({
    ...chat,
    phase: 'transferring',
    registeredFrom: null,
    transfer: {
      ...asked,
      state: 'ringing',
      to: colleague.staffId,
      toDisplayName: colleague.displayName,
      until: now + TIMING.ring,
    },
  });
}

/** Whom it rings at does not take it: the next of the desk, or nobody. */
export function passTransferOn(
  desk: Desk,
  chat: ChatRecord,
  failure: TransferFailure,
  reason: OfferWithdrawn['reason'],
  now: Instant,
): void {
  const { transfer } = chat;
  if (transfer?.state !== 'ringing') return;
  const { target, by, to } = transfer;
  const passed = [...transfer.passed, to];
  const next = target.kind === 'desk' ? nextOfDesk(desk, chat, target.desk, [by, ...passed]) : null;
  if (next === null) {
    failTransfer(desk, chat, failure, reason);
    return;
  }
  letGo(desk, to, chat.chat);
  desk.notify({ kind: 'offer-withdrawn', to, chat: chat.chat, reason });
  ringColleague(desk, chat, { target, by, passed }, next, now);
}
