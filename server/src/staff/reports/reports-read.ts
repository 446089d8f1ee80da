import type { StaffHandler } from '../connection';

export const reportsRead: StaffHandler<'reports:read'> = ({ reports }, _connection, { period, area }) =>
  reports.read(period, area);
