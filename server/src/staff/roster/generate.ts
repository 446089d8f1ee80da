import { err } from '@haven/shared/result';
import { daysBetween } from '@haven/shared/roster/calendar';
import { readPlan } from '../../records/roster-plan';
import { generateDraft } from '../../roster/generate-draft';
import type { StaffHandler } from '../connection';
import { scopeOf } from './scope';

/** A year and a day: more at once would keep the others waiting. */
const LONGEST = 366;

export const rosterGenerate: StaffHandler<'roster:generate'> = async (edge, _connection, range) => {
  const length = daysBetween(range.first, range.last);
  if (length < 0 || length > LONGEST) return err('malformed');
  const scope = scopeOf(edge);
  const plan = await readPlan(scope.db, scope);
  return generateDraft(scope.db, plan, scope.staff, range);
};
