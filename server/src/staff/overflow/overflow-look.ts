import { ok } from '@haven/shared/result';
import { readDeskSettings } from '../../records/desk-settings';
import type { StaffHandler } from '../connection';
import { overflowRow } from './rows';

export const overflowLook: StaffHandler<'overflow:look'> = async ({ plan, records }) => {
  const settings = await readDeskSettings(records.db, 'overflow');
  return ok({ desks: plan().desks.map(({ id }) => overflowRow(id, settings)) });
};
