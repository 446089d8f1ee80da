import type { DeskId } from '@haven/shared/ids';
import { type Milliseconds, minutes, seconds } from '@haven/shared/units';
import { DONE, type Desk, type Rule } from './decision';
import { deskRecordOf } from './desk-record';
import { queueName } from './lines';

/** Another alert of the same desk within this time would tell the standby what they know. */
const ALERT_AGAIN: Milliseconds = minutes(10);

/** How long after an attempt the next one begins, should nobody have said that the alert was delivered. */
const ATTEMPTS: readonly Milliseconds[] = [15, 30, 60, 120].map(seconds);
const LATER_ATTEMPTS: Milliseconds = minutes(5);

/** A chat of the desk reaches the standby from now on: they are to be told, whichever node is alive then. */
export function startAlert(desk: Desk, id: DeskId, now: number): void {
  const record = deskRecordOf(desk, id, now);
  if (record.alert && now < record.alert.startedAt + ALERT_AGAIN) return;
  desk.putDesk({ ...record, alert: { startedAt: now, attempts: 0, attemptAt: now } });
}

/**
 * Announces the alert to whoever delivers it, and again later: a node that dies with it in hand loses nothing. It ends
 * when it was delivered. When nobody waits any longer it is as if there had been none: nobody may have heard of it, so
 * the next chat that comes to the standby begins another.
 */
export const alertAttempt: Rule<'alert-attempt'> = (desk, { desk: id }, now) => {
  const record = desk.deskRecord(id);
  const alert = record?.alert;
  if (!record || !alert || alert.attemptAt === null || now < alert.attemptAt) return DONE;
  const first = desk.waiting([queueName(id)], 0)[0]?.[0];
  const chat = first === undefined ? null : desk.chat(first);
  if (chat === null) {
    desk.putDesk({ ...record, alert: null });
    return DONE;
  }
  const attempts = alert.attempts + 1;
  const pause = ATTEMPTS[alert.attempts] ?? LATER_ATTEMPTS;
  desk.putDesk({ ...record, alert: { ...alert, attempts, attemptAt: now + pause } });
  desk.notify({
    kind: 'standby-alert',
    alert: {
      desk: id,
      startedAt: alert.startedAt,
      attempt: attempts,
      waiting: desk.queueLength(id),
      longest: Math.max(0, now - chat.arrival),
    },
  });
  return DONE;
};

/** Whoever delivers has told the standby. */
export const alertDelivered: Rule<'alert-delivered'> = (desk, { desk: id, startedAt }) => {
  const record = desk.deskRecord(id);
  if (record?.alert?.startedAt === startedAt && record.alert.attemptAt !== null) {
    desk.putDesk({ ...record, alert: { ...record.alert, attemptAt: null } });
  }
  return DONE;
};
