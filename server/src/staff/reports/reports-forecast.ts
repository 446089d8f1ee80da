import { ok } from '@haven/shared/result';
import type { StaffHandler } from '../connection';

export const reportsForecast: StaffHandler<'reports:forecast'> = async (
  { reports },
  _connection,
  { area, atOnce },
) => ok(await reports.forecast(area, atOnce));
