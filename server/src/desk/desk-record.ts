import type { DeskId } from '@haven/shared/ids';
import type { Instant } from '@haven/shared/units';
import type { Desk } from './decision';
import type { DeskRecord } from './records';

/** What holds for a desk now, as it is to be changed. */
export const deskRecordOf = (desk: Desk, id: DeskId, now: Instant): DeskRecord =>
  desk.deskRecord(id) ?? {
    desk: id,
    version: now,
    opened: false,
    paused: false,
    alert: null,
    spreadFrom: null,
  };
