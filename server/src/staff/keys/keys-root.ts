import { ok } from '@haven/shared/result';
import type { StaffHandler } from '../connection';

export const keysRoot: StaffHandler<'keys:root'> = async ({ trust }, _connection, { publicKey }) => {
  await trust.noteRoot(publicKey);
  return ok({});
};

export const keysUseRoot: StaffHandler<'keys:use-root'> = async ({ trust }, _connection, root) => {
  const used = await trust.useRoot(root);
  return used.ok ? ok({}) : used;
};
