import type { Handlers } from '../../events/dispatch';
import type { accountRequests } from '@haven/shared/protocol/account';
import type { StaffConnection, StaffEdge } from '../connection';
import { accountEndSession } from './account-end-session';
import { accountLook } from './account-look';
import { accountSignOutEverywhere } from './account-sign-out-everywhere';
import { passkeyRemove } from './passkey-remove';
import { passkeyRename } from './passkey-rename';

export const ACCOUNT_HANDLERS: Handlers<StaffEdge, StaffConnection, typeof accountRequests> = {
  'account:look': accountLook,
  'account:end-session': accountEndSession,
  'account:sign-out-everywhere': accountSignOutEverywhere,
  'passkey:rename': passkeyRename,
  'passkey:remove': passkeyRemove,
};
