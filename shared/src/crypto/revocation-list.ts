import { err, ok, type Result } from '../result';
import type { Instant } from '../units';
import { concat, equalBytes, lp, u32, u64 } from './bytes';
import { isName, PUBLIC_KEY_BYTES, SERIAL_BYTES, SIGNATURE_BYTES } from './certificate';
import { type TrustPolicy, verifyIssuer } from './chain';
import type { CertificateError } from './errors';
import { MAX_U32 } from './frame';
import { TAG, tagged, verifySignature } from './hash';
import { Reader } from './reader';
import type { Revocations } from './revocation';
import type { Sodium } from './sodium';
import { fromUtf8, toUtf8 } from './utf8';

export interface RevocationClaims {
  readonly organisation: string;
  /** From 1, rising with every list of this signer. */
  readonly number: number;
  readonly issuedAt: Instant;
  /** Empty when the signer is a root. */
  readonly issuerCertificate: Uint8Array;
  readonly signerKey: Uint8Array;
  /** Ascending, without repeats. */
  readonly serials: readonly Uint8Array[];
}

export const encodeRevocationClaims = (claims: RevocationClaims): Uint8Array =>
  tagged(
    TAG.revocations,
    lp(toUtf8(claims.organisation)),
    u32(claims.number),
    u64(claims.issuedAt),
    lp(claims.issuerCertificate),
    claims.signerKey,
    u32(claims.serials.length),
    ...claims.serials,
  );

export const compareSerials = (a: Uint8Array, b: Uint8Array): number => {
  const at = a.findIndex((byte, index) => byte !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
};

const areAscending = (serials: readonly Uint8Array[]): boolean =>
  serials.every(
    (serial, index) => index === 0 || compareSerials(serials[index - 1] as Uint8Array, serial) < 0,
  );

interface DecodedList {
  readonly claims: RevocationClaims;
  readonly body: Uint8Array;
  readonly signature: Uint8Array;
}

/** Takes a list apart; its signature is not yet checked. */
export const decodeRevocationList = (bytes: Uint8Array): Result<DecodedList, 'malformed-certificate'> => {
  const reader = new Reader(bytes);
  reader.lp();
  const organisation = fromUtf8(reader.lp());
  const number = reader.u32();
  const issuedAt = reader.u64();
  const issuerCertificate = reader.lp();
  const signerKey = reader.take(PUBLIC_KEY_BYTES);
  const count = reader.u32();
  // A count that the bytes cannot hold must not become a loop of that length.
  if (!organisation.ok || !isName(organisation.value) || count * SERIAL_BYTES > bytes.length) {
    return err('malformed-certificate');
  }
  const serials = Array.from({ length: count }, () => reader.take(SERIAL_BYTES));
  const signature = reader.take(SIGNATURE_BYTES);
  if (!reader.complete || number < 1 || number > MAX_U32 || !areAscending(serials)) {
    return err('malformed-certificate');
  }
  const claims = {
    organisation: organisation.value,
    number,
    issuedAt,
    issuerCertificate,
    signerKey,
    serials,
  };
  const body = encodeRevocationClaims(claims);
  return equalBytes(concat(body, signature), bytes)
    ? ok({ claims, body, signature })
    : err('malformed-certificate');
};

/** Accepts a list that a pinned root, or an issuer certified by one, signed for this organisation. */
export const verifyRevocations = (
  sodium: Sodium,
  bytes: Uint8Array,
  policy: Omit<TrustPolicy, 'revocations'>,
): Result<Revocations, CertificateError> => {
  const list = decodeRevocationList(bytes);
  if (!list.ok) return list;
  const { claims, body, signature } = list.value;
  const byRoot = claims.issuerCertificate.length === 0;
  if (byRoot) {
    if (!policy.roots.some((root) => equalBytes(root, claims.signerKey))) return err('unknown-root');
  } else {
    const issuer = verifyIssuer(sodium, claims.issuerCertificate, policy);
    if (!issuer.ok) return issuer;
    if (!equalBytes(issuer.value.publicKey, claims.signerKey)) return err('bad-signature');
    if (issuer.value.organisation !== claims.organisation) return err('other-organisation');
  }
  if (!verifySignature(sodium, signature, body, claims.signerKey)) return err('bad-signature');
  if (policy.organisation !== undefined && claims.organisation !== policy.organisation) {
    return err('other-organisation');
  }
  const { organisation, number, issuedAt, signerKey, serials } = claims;
  return ok({ organisation, number, issuedAt, signer: byRoot ? 'root' : 'issuer', signerKey, serials });
};
