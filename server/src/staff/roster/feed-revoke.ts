import { err, ok } from '@haven/shared/result';
import { appendAudit } from '../../records/audit-log';
import { removeFeed } from '../../records/calendar-feeds';
import { readTeam } from '../../records/roster-plan';
import type { StaffHandler } from '../connection';

export const rosterFeedRevoke: StaffHandler<'roster:feed-revoke'> = (
  { records, now },
  { profile: { staffId: by } },
  { feed },
) =>
  records.db.transaction<Awaited<ReturnType<StaffHandler<'roster:feed-revoke'>>>>(async (tx) => {
    const gone = await removeFeed(tx, feed, by);
    if (gone === null) return err('not-yours');
    if (gone.team !== null) {
      // The team may be gone before its calendar.
      const about = (await readTeam(tx, gone.team))?.name ?? gone.team;
      await appendAudit(tx, { at: now(), by, act: 'team-calendar-revoked', about, reason: '' });
    }
    return ok({});
  });
