import { randomBytes } from 'node:crypto';
import { err, ok } from '@haven/shared/result';
import { addFeed, readFeeds } from '../../records/calendar-feeds';
import { hashOfToken } from '../../roster/feed-token';
import type { StaffHandler } from '../connection';

/** Nobody has a use for more, and each is an address that can leak. */
const MOST = 20;

export const rosterFeedMake: StaffHandler<'roster:feed-make'> = async (
  { records, now },
  { profile },
  wanted,
) => {
  const { staffId } = profile;
  if ((await readFeeds(records.db, staffId)).length >= MOST) return err('too-frequent');
  const feed = { ...wanted, id: randomBytes(9).toString('base64url'), madeAt: now() };
  const token = randomBytes(32).toString('base64url');
  await addFeed(records.db, { ...feed, staffId }, hashOfToken(token));
  return ok({ feed, path: `/calendar/${token}.ics` });
};
