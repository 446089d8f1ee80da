import { ok } from '@haven/shared/result';
import { keysState } from '../../trust/keys-state';
import type { StaffHandler } from '../connection';

export const keysLook: StaffHandler<'keys:look'> = async (
  { trust, directory, now },
  { profile, session },
) => {
  const { organisation, staff } = directory.current();
  const viewer = { person: profile, device: session.device };
  return ok(keysState(trust, { organisation: organisation.id, staff }, viewer, now()));
};
