import { err, ok, type Result } from '../result';
import type { Instant, Milliseconds } from '../units';
import { equalBytes } from './bytes';
import {
  DEVICE_VALIDITY_MAX,
  type DeviceClaims,
  decodeDeviceCertificate,
  decodeIssuerCertificate,
  ISSUER_VALIDITY_MAX,
  type IssuerClaims,
} from './certificate';
import type { CertificateError } from './errors';
import { verifySignature } from './hash';
import { type Revocations, revokes } from './revocation';
import type { Sodium } from './sodium';

/** Both certificates, encoded: what a staff device shows. */
export interface CertificateChain {
  readonly issuer: Uint8Array;
  readonly device: Uint8Array;
}

export interface TrustPolicy {
  /** Ed25519 public keys pinned outside the server: the present root and, while it changes, its successor. */
  readonly roots: readonly Uint8Array[];
  readonly organisation?: string | undefined;
  readonly now: Instant;
  /** Lists that `verifyRevocations` returned. */
  readonly revocations?: readonly Revocations[] | undefined;
}

/** A staff device whose certificates were checked; nothing else in the program makes one. */
export interface VerifiedDevice extends Omit<DeviceClaims, 'issuer'> {
  readonly certifiedBy: IssuerClaims;
}

/** Written so that a `now` that is no number fails. */
export const validityError = (
  claims: { readonly notBefore: Instant; readonly notAfter: Instant },
  longest: Milliseconds,
  now: Instant,
): CertificateError | undefined => {
  if (!(claims.notAfter - claims.notBefore <= longest)) return 'too-long-validity';
  if (!(now >= claims.notBefore)) return 'certificate-not-yet-valid';
  if (!(now < claims.notAfter)) return 'certificate-expired';
  return undefined;
};

/** The issuer's claims, when a pinned root certified them and they hold now. */
export const verifyIssuer = (
  sodium: Sodium,
  certificate: Uint8Array,
  policy: Omit<TrustPolicy, 'revocations'>,
): Result<IssuerClaims, CertificateError> => {
  const issuer = decodeIssuerCertificate(certificate);
  if (!issuer.ok) return issuer;
  const { claims, body, signature } = issuer.value;
  if (!policy.roots.some((root) => equalBytes(root, claims.root))) return err('unknown-root');
  if (!verifySignature(sodium, signature, body, claims.root)) return err('bad-signature');
  if (policy.organisation !== undefined && claims.organisation !== policy.organisation) {
    return err('other-organisation');
  }
  const error = validityError(claims, ISSUER_VALIDITY_MAX, policy.now);
  return error ? err(error) : ok(claims);
};

/**
 * Follows root → issuer → device. Of each certificate the first fault in this order is named: form, signer,
 * signature, organisation, dates, revocation; the issuer's before the device's.
 */
export const verifyChain = (
  sodium: Sodium,
  chain: CertificateChain,
  policy: TrustPolicy,
): Result<VerifiedDevice, CertificateError> => {
  const device = decodeDeviceCertificate(chain.device);
  if (!device.ok) return device;
  const issuer = verifyIssuer(sodium, chain.issuer, policy);
  if (!issuer.ok) return issuer;
  const { issuer: issuerKey, ...verified } = device.value.claims;
  if (!equalBytes(issuerKey, issuer.value.publicKey)) return err('bad-signature');
  if (!verifySignature(sodium, device.value.signature, device.value.body, issuerKey))
    return err('bad-signature');
  if (verified.organisation !== issuer.value.organisation) return err('other-organisation');
  const error = validityError(verified, DEVICE_VALIDITY_MAX, policy.now);
  if (error) return err(error);
  const result: VerifiedDevice = { ...verified, certifiedBy: issuer.value };
  return isRevoked(result, policy.revocations ?? []) ? err('certificate-revoked') : ok(result);
};

/** Lists that came after the device was verified take it back. */
export const isRevoked = (
  { certifiedBy, serial }: Pick<VerifiedDevice, 'certifiedBy' | 'serial'>,
  lists: readonly Revocations[],
): boolean => lists.some((list) => revokes(list, certifiedBy, serial));
