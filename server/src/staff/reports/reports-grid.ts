import { ok } from '@haven/shared/result';
import type { StaffHandler } from '../connection';

export const reportsGrid: StaffHandler<'reports:grid'> = async ({ reports }) =>
  ok({ periods: [...(await reports.grid())] });
