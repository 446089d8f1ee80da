import { err, ok } from '@haven/shared/result';
import { readDeskSettings } from '../../records/desk-settings';
import type { StaffHandler } from '../connection';
import { setForDesk } from '../set-for-desk';
import { hoursRow } from './rows';

export const hoursSet: StaffHandler<'hours:set'> = async (edge, { profile }, { desk, version, hours }) => {
  if (!edge.plan().desks.some(({ id }) => id === desk)) return err('unknown-desk');
  const by = profile.staffId;
  const change = { kind: 'hours', desk, version, value: hours, by, at: edge.now() } as const;
  if (!(await setForDesk(edge.records.db, change))) return err('outdated');
  return ok(hoursRow(desk, await readDeskSettings(edge.records.db, 'hours')));
};
