import { ok } from '@haven/shared/result';
import { publishRoster } from '../../roster/publish';
import type { StaffHandler } from '../connection';

export const rosterPublish: StaffHandler<'roster:publish'> = async ({ records, now }, { profile }) =>
  ok({ version: await publishRoster(records.db, profile.staffId, now()) });
