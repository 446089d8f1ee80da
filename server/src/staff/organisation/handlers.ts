import { organisationChange } from './organisation-change';
import { organisationBringBack } from './organisation-bring-back';
import { organisationLook } from './organisation-look';
import { organisationRetire } from './organisation-retire';

export const ORGANISATION_HANDLERS = {
  'organisation:look': organisationLook,
  'organisation:change': organisationChange,
  'organisation:retire': organisationRetire,
  'organisation:bring-back': organisationBringBack,
} as const;
