import type { keysRequests } from '@haven/shared/protocol/keys';
import type { StaffHandler } from '../connection';
import { keysEnrol } from './keys-enrol';
import { keysLog } from './keys-log';
import { keysLook } from './keys-look';
import { keysRoot, keysUseRoot } from './keys-root';
import { keysCertify, keysIssuer, keysRevoke } from './keys-sign';

export const KEYS_HANDLERS: { readonly [E in keyof typeof keysRequests]: StaffHandler<E> } = {
  'keys:look': keysLook,
  'keys:log': keysLog,
  'keys:enrol': keysEnrol,
  'keys:root': keysRoot,
  'keys:use-root': keysUseRoot,
  'keys:issuer': keysIssuer,
  'keys:certify': keysCertify,
  'keys:revoke': keysRevoke,
};
