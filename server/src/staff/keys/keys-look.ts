import { ok } from '@haven/shared/result';
import { keysState } from '../../trust/keys-state';
import type { StaffHandler } from '../connection';

export const keysLook: StaffHandler<'keys:look'> = async ({ trust, directory, now }, { profile, session }) =>
  ok(keysState(trust, directory.current().organisation.id, profile, session.device, now()));
