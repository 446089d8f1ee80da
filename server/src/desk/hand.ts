import { DONE, type Desk, type Rule } from './decision';
import { deskRecordOf } from './desk-record';
import type { DeskRecord } from './records';
import type { DeskId } from '@haven/shared/ids';

/** Every chat of the desk reaches now whom it would reach in time, those that come later too, until it is closed. */
export const openOverflow: Rule<'open-overflow'> = (desk, { desk: id }, now) =>
  change(desk, id, now, { opened: true, spreadFrom: now });

/** Chats keep whom they reach; those that come from now on begin at their own desk. */
export const closeOverflow: Rule<'close-overflow'> = (desk, { desk: id }, now) =>
  change(desk, id, now, { opened: false });

/** No new chat comes to the desk; those that are there stay. */
export const pauseIntake: Rule<'pause-intake'> = (desk, { desk: id }, now) =>
  change(desk, id, now, { paused: true });

export const resumeIntake: Rule<'resume-intake'> = (desk, { desk: id }, now) =>
  change(desk, id, now, { paused: false });

/** Whoever executes this goes through the chats of the desk, and says `spread-done`. */
export const spread: Rule<'spread'> = () => DONE;

/** All the chats that waited when the spreading began have what was to be brought to them. */
export const spreadDone: Rule<'spread-done'> = (desk, { desk: id }, now) => {
  const record = desk.deskRecord(id);
  if (record && record.spreadFrom !== null && record.spreadFrom <= now) {
    desk.putDesk({ ...record, spreadFrom: null });
  }
  return DONE;
};

function change(desk: Desk, id: DeskId, now: number, by: Partial<DeskRecord>) {
  desk.putDesk({ ...deskRecordOf(desk, id, now), ...by });
  return DONE;
}
