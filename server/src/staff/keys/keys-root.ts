import { ok } from '@haven/shared/result';
import type { StaffHandler } from '../connection';

export const keysRoot: StaffHandler<'keys:root'> = async ({ trust, audit }, { profile }, { publicKey }) => {
  await trust.noteRoot(publicKey);
  await audit.append({ by: profile.staffId, act: 'root-noted', about: publicKey, reason: '' });
  return ok({});
};

export const keysUseRoot: StaffHandler<'keys:use-root'> = async ({ trust, audit }, { profile }, root) => {
  const used = await trust.useRoot(root);
  if (!used.ok) return used;
  const act = root.inUse ? 'root-put-to-use' : 'root-ended';
  await audit.append({ by: profile.staffId, act, about: root.publicKey, reason: '' });
  return ok({});
};
