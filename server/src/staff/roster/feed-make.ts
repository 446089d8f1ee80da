import { randomBytes } from 'node:crypto';
import { err, ok } from '@haven/shared/result';
import { appendAudit } from '../../records/audit-log';
import { addFeed, readFeeds } from '../../records/calendar-feeds';
import { readTeam } from '../../records/roster-plan';
import { hashOfToken } from '../../roster/feed-token';
import type { StaffHandler } from '../connection';

/** Nobody has a use for more, and each is an address that can leak. */
const MOST = 20;

/** Of a team it tells outside the house when colleagues work: that is written down. */
export const rosterFeedMake: StaffHandler<'roster:feed-make'> = (
  { records, now },
  { profile: { staffId: by } },
  wanted,
) =>
  records.db.transaction<Awaited<ReturnType<StaffHandler<'roster:feed-make'>>>>(async (tx) => {
    if ((await readFeeds(tx, by)).length >= MOST) return err('too-frequent');
    const team = wanted.team === null ? null : await readTeam(tx, wanted.team);
    if (wanted.team !== null && team === null) return err('outdated');
    const feed = { ...wanted, id: randomBytes(9).toString('base64url'), madeAt: now() };
    const token = randomBytes(32).toString('base64url');
    await addFeed(tx, { ...feed, staffId: by }, hashOfToken(token));
    if (team !== null) {
      const about = team.name;
      await appendAudit(tx, { at: feed.madeAt, by, act: 'team-calendar-made', about, reason: '' });
    }
    return ok({ feed, path: `/calendar/${token}.ics` });
  });
