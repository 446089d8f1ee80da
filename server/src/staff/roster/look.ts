import { may } from '@haven/shared/protocol/permissions';
import { ok } from '@haven/shared/result';
import { holesIn } from '@haven/shared/roster/holes';
import { days } from '@haven/shared/units';
import { lastPublication, readShifts } from '../../records/roster-shifts';
import { markOf } from '../../roster/mark';
import type { StaffHandler } from '../connection';
import { scopeOf } from './scope';

/** How far ahead holes are looked for, and how many are told. */
const HORIZON = days(56);
const HOLES_TOLD = 200;

export const rosterLook: StaffHandler<'roster:look'> = async (edge, { profile }, { from, until }) => {
  const { db, regions, timeZone } = scopeOf(edge);
  const plans = may(profile.role, 'roster:edit');
  const now = edge.now();
  const publication = await lastPublication(db);
  const ahead = await readShifts(db, plans ? 'draft' : 'published', { from: now, until: now + HORIZON });
  const isPlanned = publication !== null || ahead.length > 0;
  const holes = isPlanned ? holesIn(ahead, [...regions, null], now, now + HORIZON) : [];
  const draft = plans ? await readShifts(db, 'draft', { from, until }) : null;
  return ok({
    version: publication?.version ?? 0,
    publishedAt: publication?.publishedAt ?? null,
    timeZone,
    people: [...edge.directory.current().staff.values()].map(({ staffId, displayName }) => ({
      staffId,
      displayName,
    })),
    published: [...(await readShifts(db, 'published', { from, until }))],
    draft: draft === null ? null : [...draft],
    mark: draft === null ? null : markOf(draft),
    holes: holes.slice(0, HOLES_TOLD),
  });
};
