import { toBase64Url } from '@haven/shared/crypto/bytes';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import { ok, type Result } from '@haven/shared/result';
import type { Act } from '../../audit/audit';
import type { LogRow } from '../../trust/ledger';
import type { Trust } from '../../trust/trust';
import type { StaffConnection, StaffEdge, StaffHandler } from '../connection';

/** What an administrator's browser signed: it counts once it holds and stands in the log. */
async function admit(
  { trust, audit }: StaffEdge,
  { profile }: StaffConnection,
  rows: readonly LogRow[],
  told: (trust: Trust) => Omit<Act, 'by'>,
): Promise<Result<Record<string, never>, ErrorCode>> {
  const admitted = await trust.admit(rows);
  if (!admitted.ok) return admitted;
  await audit.append({ ...told(trust), by: profile.staffId });
  return ok({});
}

export const keysIssuer: StaffHandler<'keys:issuer'> = (edge, connection, { certificate }) =>
  admit(edge, connection, [{ kind: 'issuer', signed: certificate }], ({ ledger }) => {
    const issuer = ledger.issuers.find((each) => each.certificate === certificate);
    const key = issuer === undefined ? '' : toBase64Url(issuer.claims.publicKey);
    return { act: 'issuer-certified', about: key, reason: '' };
  });

export const keysCertify: StaffHandler<'keys:certify'> = (edge, connection, { certificates }) =>
  admit(
    edge,
    connection,
    certificates.map((signed) => ({ kind: 'device', signed })),
    ({ ledger }) => {
      const certified = ledger.devices.filter(({ certificate }) => certificates.includes(certificate));
      const people = [...new Set(certified.map(({ claims }) => claims.staffId))];
      return { act: 'devices-certified', about: people.join(', '), reason: '' };
    },
  );

export const keysRevoke: StaffHandler<'keys:revoke'> = (edge, connection, { list, reason }) => {
  const before = withdrawnIn(edge.trust);
  return admit(edge, connection, [{ kind: 'revocations', signed: list, reason }], (trust) => {
    const fresh = [...withdrawnIn(trust)].filter(([certificate]) => !before.has(certificate));
    const about = [...new Set(fresh.map(([, name]) => name))].join(', ');
    return { act: 'certificates-withdrawn', about, reason };
  });
};

/** By certificate: whose devices are named on a list, and did not only fall with an issuer; and issuers, by their keys. */
const withdrawnIn = ({ ledger }: Trust): ReadonlyMap<string, string> =>
  new Map([
    ...ledger.issuers
      .filter((issuer) => ledger.isIssuerWithdrawn(issuer))
      .map(({ certificate, claims }) => [certificate, toBase64Url(claims.publicKey)] as const),
    ...ledger.devices
      .filter((device) => ledger.isNamed(device))
      .map(({ certificate, claims }) => [certificate, claims.staffId] as const),
  ]);
