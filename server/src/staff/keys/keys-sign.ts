import type { ErrorCode } from '@haven/shared/protocol/errors';
import { ok, type Result } from '@haven/shared/result';
import type { LogRow } from '../../trust/ledger';
import type { StaffEdge, StaffHandler } from '../connection';

/** What an administrator's browser signed: it counts once it holds and stands in the log. */
async function admit(
  { trust }: StaffEdge,
  rows: readonly LogRow[],
): Promise<Result<Record<string, never>, ErrorCode>> {
  const admitted = await trust.admit(rows);
  return admitted.ok ? ok({}) : admitted;
}

export const keysIssuer: StaffHandler<'keys:issuer'> = (edge, _connection, { certificate }) =>
  admit(edge, [{ kind: 'issuer', signed: certificate }]);

export const keysCertify: StaffHandler<'keys:certify'> = (edge, _connection, { certificates }) =>
  admit(
    edge,
    certificates.map((signed) => ({ kind: 'device', signed })),
  );

export const keysRevoke: StaffHandler<'keys:revoke'> = (edge, _connection, { list, reason }) =>
  admit(edge, [{ kind: 'revocations', signed: list, reason }]);
