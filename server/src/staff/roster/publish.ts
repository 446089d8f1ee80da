import { ok } from '@haven/shared/result';
import { appendAudit } from '../../records/audit-log';
import { publishRoster } from '../../roster/publish';
import type { StaffHandler } from '../connection';

export const rosterPublish: StaffHandler<'roster:publish'> = ({ records, now }, { profile }, { seen }) => {
  const [by, at] = [profile.staffId, now()];
  return records.db.transaction<Awaited<ReturnType<StaffHandler<'roster:publish'>>>>(async (tx) => {
    const published = await publishRoster(tx, by, at, seen);
    if (!published.ok) return published;
    const version = published.value;
    await appendAudit(tx, { at, by, act: 'roster-published', about: `version ${version}`, reason: '' });
    return ok({ version });
  });
};
