import { ok } from '@haven/shared/result';
import { askDebrief } from '../../records/debriefs';
import { localTime } from '../../supervision/local-day';
import type { StaffHandler } from '../connection';

export const debriefAsk: StaffHandler<'debrief:ask'> = async (edge, { profile }) => {
  const { timeZone } = edge.directory.current().organisation;
  await askDebrief(edge.records.db, profile.staffId, localTime(timeZone, edge.now()).day);
  return ok({});
};
