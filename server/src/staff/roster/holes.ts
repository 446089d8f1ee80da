import { ok } from '@haven/shared/result';
import type { StaffHandler } from '../connection';

export const rosterHoles: StaffHandler<'roster:holes'> = async ({ holes }) => ok({ holes: await holes() });
