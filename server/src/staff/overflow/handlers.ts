import { overflowLook } from './overflow-look';
import { overflowPreview } from './overflow-preview';
import { overflowSet } from './overflow-set';

export const OVERFLOW_HANDLERS = {
  'overflow:look': overflowLook,
  'overflow:set': overflowSet,
  'overflow:preview': overflowPreview,
} as const;
