import { reportsForecast } from './reports-forecast';
import { reportsGrid } from './reports-grid';
import { reportsRead } from './reports-read';

export const REPORTS_HANDLERS = {
  'reports:grid': reportsGrid,
  'reports:read': reportsRead,
  'reports:forecast': reportsForecast,
} as const;
