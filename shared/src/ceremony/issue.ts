import { fromBase64Url, toBase64Url } from '../crypto/bytes';
import { decodeIssuerCertificate, type IssuerClaims } from '../crypto/certificate';
import {
  certifyDevice,
  certifyIssuer,
  type Signer,
  signerFromSeed,
  signRevocations,
} from '../crypto/certify';
import type { CertificateError } from '../crypto/errors';
import type { Root } from '../crypto/root';
import type { Random, Sodium } from '../crypto/sodium';
import type { StaffId } from '../ids';
import type { Role } from '../protocol/presence';
import { err, ok, type Result } from '../result';
import { days, hours, type Instant } from '../units';

/** A clock that runs behind must not refuse a certificate made this minute. */
const BACKDATED = hours(1);
const ISSUER_DAYS = days(180);
const DEVICE_DAYS = days(7);

export interface IssueDeps {
  readonly sodium: Sodium;
  readonly random: Random;
  readonly now: () => Instant;
}

/** Whom a certificate names, with the device's key in base64url. */
export interface PersonToCertify {
  readonly staffId: StaffId;
  readonly displayName: string;
  readonly role: Role;
  readonly publicKey: string;
}

/** An issuer as this browser has it: the key, and the certificate that a root gave it. */
export interface Issuer {
  readonly signer: Signer;
  readonly certificate: Uint8Array;
  readonly claims: IssuerClaims;
}

const from = (notBefore: Instant, length: number) => ({ notBefore, notAfter: notBefore + length });

/** base64url; by the root, for as long as an issuer may hold. */
export const issueToIssuer = async (
  { sodium, random, now }: IssueDeps,
  root: Root,
  organisation: string,
  publicKey: Uint8Array,
): Promise<Result<string, CertificateError>> => {
  const claims = { organisation, publicKey, ...from(now() - BACKDATED, ISSUER_DAYS) };
  const certificate = await certifyIssuer(sodium, signerFromSeed(sodium, root.seed), claims, random);
  return certificate.ok ? ok(toBase64Url(certificate.value)) : certificate;
};

/** The issuer of a certificate, if this key is the one that it names. */
export const issuerOf = (certificate: string, signer: Signer): Result<Issuer, 'not-this-issuer'> => {
  const bytes = fromBase64Url(certificate);
  const decoded = bytes.ok ? decodeIssuerCertificate(bytes.value) : bytes;
  if (!bytes.ok || !decoded.ok) return err('not-this-issuer');
  const { claims } = decoded.value;
  if (toBase64Url(claims.publicKey) !== toBase64Url(signer.publicKey)) return err('not-this-issuer');
  return ok({ signer, certificate: bytes.value, claims });
};

/**
 * A certificate for each, base64url, for a week and never for longer than the issuer's own. All of them or none: a
 * name that cannot be certified must be noticed by whoever asked.
 */
export const issueToDevices = async (
  { sodium, random, now }: IssueDeps,
  { signer, claims: { organisation, notAfter } }: Issuer,
  people: readonly PersonToCertify[],
): Promise<Result<readonly string[], CertificateError>> => {
  const certificates: string[] = [];
  const week = from(now() - BACKDATED, DEVICE_DAYS);
  const validity = { ...week, notAfter: Math.min(week.notAfter, notAfter) };
  for (const { staffId, displayName, role, publicKey } of people) {
    const key = fromBase64Url(publicKey);
    if (!key.ok) return err('malformed-certificate');
    const claims = { organisation, staffId, displayName, role, publicKey: key.value, ...validity };
    const certificate = await certifyDevice(sodium, signer, claims, random);
    if (!certificate.ok) return certificate;
    certificates.push(toBase64Url(certificate.value));
  }
  return ok(certificates);
};

export interface Withdrawal {
  readonly organisation: string;
  /** One above the signer's newest list. */
  readonly number: number;
  /** Hex. All that must stay out: the list replaces the one before. */
  readonly serials: readonly string[];
}

const serialOf = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));

/** A list, base64url, of an issuer or of the root. */
export const issueList = async (
  { now }: Pick<IssueDeps, 'now'>,
  by: Issuer | Signer,
  { organisation, number, serials }: Withdrawal,
): Promise<string> => {
  const signed = 'certificate' in by ? by : { signer: by, certificate: undefined };
  return toBase64Url(
    await signRevocations(signed.signer, {
      organisation,
      number,
      issuedAt: now(),
      issuerCertificate: signed.certificate,
      serials: serials.map(serialOf),
    }),
  );
};
