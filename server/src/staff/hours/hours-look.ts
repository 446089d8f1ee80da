import { ok } from '@haven/shared/result';
import { readDeskSettings } from '../../records/desk-settings';
import type { StaffHandler } from '../connection';
import { hoursRow } from './rows';

export const hoursLook: StaffHandler<'hours:look'> = async ({ plan, records }) => {
  const settings = await readDeskSettings(records.db, 'hours');
  return ok({ desks: plan().desks.map(({ id }) => hoursRow(id, settings)) });
};
