import { hoursLook } from './hours-look';
import { hoursSet } from './hours-set';

export const HOURS_HANDLERS = { 'hours:look': hoursLook, 'hours:set': hoursSet } as const;
