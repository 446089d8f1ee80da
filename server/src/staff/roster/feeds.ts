import { ok } from '@haven/shared/result';
import { readFeeds } from '../../records/calendar-feeds';
import type { StaffHandler } from '../connection';

export const rosterFeeds: StaffHandler<'roster:feeds'> = async ({ records }, { profile }) => {
  const feeds = await readFeeds(records.db, profile.staffId);
  return ok({ feeds: feeds.map(({ staffId: _, ...feed }) => feed) });
};
