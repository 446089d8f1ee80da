import { Router } from 'express';
import { days, type Instant } from '@haven/shared/units';
import type { Directory } from '../organisation/directory';
import { feedOf } from '../records/calendar-feeds';
import type { Db } from '../records/database';
import { readPlan } from '../records/roster-plan';
import { lastPublication, readShifts } from '../records/roster-shifts';
import { calendarText } from '../roster/calendar-text';
import { hashOfToken } from '../roster/feed-token';
import { notFound } from './send-file';

type Deps = {
  readonly db: Db;
  readonly directory: Directory;
  readonly now: () => Instant;
};

/** What a calendar keeps of what was, and how far it looks ahead. */
const BEHIND = days(14);
const AHEAD = days(184);

/** The published roster for calendars, under an address that is the only secret. */
export function calendarFeed({ db, directory, now }: Deps): Router {
  const router = Router();
  router.get('/calendar/:file', async (request, response) => {
    const [token, extension] = request.params.file.split('.');
    const feed = extension === 'ics' && token !== undefined ? await feedOf(db, hashOfToken(token)) : null;
    const { organisation, retired, staff } = directory.current();
    // Who has left follows nothing any more.
    if (feed === null || !staff.has(feed.staffId)) return notFound(response);
    const { timeZone, regions } = organisation;
    const plan = await readPlan(db, { timeZone, regions: regions.map(({ id }) => id) });
    const team = plan.teams.find(({ id }) => id === feed.team);
    if (feed.team !== null && team === undefined) return notFound(response);
    const publication = await lastPublication(db);
    const people = (team?.members ?? [feed.staffId]).filter((id) => staff.has(id));
    const window = { from: now() - BEHIND, until: now() + AHEAD, staff: people };
    const text = calendarText({
      name: `${organisation.name}: ${team?.name ?? staff.get(feed.staffId)?.displayName ?? ''}`,
      language: feed.language,
      shifts: people.length === 0 ? [] : await readShifts(db, 'published', window),
      regions,
      retired: retired.regions,
      nameOf: team === undefined ? null : (id) => staff.get(id)?.displayName ?? id,
      publishedAt: publication?.publishedAt ?? now(),
    });
    response.set('Cache-Control', 'no-store').type('text/calendar').send(text);
  });
  return router;
}
