import type { Instant } from '@haven/shared/units';
import { startAlert } from './alert';
import type { Desk } from './decision';
import { withDueSteps } from './overflow';
import type { ChatRecord } from './records';

/** The chat, to be put, after the overflow steps that are due; the standby is alerted when it has come to them. */
export function widen(desk: Desk, chat: ChatRecord, now: Instant): ChatRecord {
  const next = withDueSteps(desk.plan, desk.deskRecord(chat.desk), chat, now);
  if (next.reach.standby && !chat.reach.standby) startAlert(desk, chat.desk, now);
  return next;
}
