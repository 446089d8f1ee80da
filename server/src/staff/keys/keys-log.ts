import { toBase64Url } from '@haven/shared/crypto/bytes';
import { ok } from '@haven/shared/result';
import type { StaffHandler } from '../connection';

export const keysLog: StaffHandler<'keys:log'> = async ({ trust }, _connection, { after }) => {
  const { size, hash } = trust.ledger.head;
  return ok({ entries: [...trust.entriesAfter(after)], log: { size, hash: toBase64Url(hash) } });
};
