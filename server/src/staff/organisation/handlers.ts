import { organisationChange } from './organisation-change';
import { organisationLook } from './organisation-look';

export const ORGANISATION_HANDLERS = {
  'organisation:look': organisationLook,
  'organisation:change': organisationChange,
} as const;
