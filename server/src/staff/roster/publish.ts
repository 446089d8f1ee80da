import { ok } from '@haven/shared/result';
import { publishRoster } from '../../roster/publish';
import type { StaffHandler } from '../connection';

export const rosterPublish: StaffHandler<'roster:publish'> = async ({ records, audit, now }, { profile }) => {
  const by = profile.staffId;
  const version = await publishRoster(records.db, by, now());
  await audit.append({ by, act: 'roster-published', about: `version ${version}`, reason: '' });
  return ok({ version });
};
