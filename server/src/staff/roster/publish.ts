import { ok } from '@haven/shared/result';
import { appendAudit } from '../../records/audit-log';
import { publishRoster } from '../../roster/publish';
import type { StaffHandler } from '../connection';

export const rosterPublish: StaffHandler<'roster:publish'> = ({ records, now }, { profile }) => {
  const [by, at] = [profile.staffId, now()];
  return records.db.transaction(async (tx) => {
    const version = await publishRoster(tx, by, at);
    await appendAudit(tx, { at, by, act: 'roster-published', about: `version ${version}`, reason: '' });
    return ok({ version });
  });
};
