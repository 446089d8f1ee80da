import { err, ok } from '@haven/shared/result';
import { removeFeed } from '../../records/calendar-feeds';
import type { StaffHandler } from '../connection';

export const rosterFeedRevoke: StaffHandler<'roster:feed-revoke'> = async (
  { records },
  { profile },
  { feed },
) => ((await removeFeed(records.db, feed, profile.staffId)) ? ok({}) : err('not-yours'));
