import type { StaffId } from '../ids';
import type { Role } from '../protocol/presence';
import { err, ok, type Result } from '../result';
import type { Instant } from '../units';
import { concat } from './bytes';
import {
  type Certificate,
  DEVICE_VALIDITY_MAX,
  type DeviceClaims,
  decodeDeviceCertificate,
  decodeIssuerCertificate,
  encodeDeviceClaims,
  encodeIssuerClaims,
  ISSUER_VALIDITY_MAX,
  type IssuerClaims,
  isName,
  SERIAL_BYTES,
} from './certificate';
import { validityError } from './chain';
import type { CertificateError } from './errors';
import type { Sign } from './handshake';
import { verifySignature } from './hash';
import { compareSerials, encodeRevocationClaims } from './revocation-list';
import type { Random, Sodium } from './sodium';

/** A key that certifies: its public half, and a way to sign with the other. */
export interface Signer {
  readonly publicKey: Uint8Array;
  readonly sign: Sign;
}

/** A signer from an Ed25519 seed (32 bytes) held in memory. */
export const signerFromSeed = (sodium: Sodium, seed: Uint8Array): Signer => {
  const { publicKey, privateKey } = sodium.crypto_sign_seed_keypair(seed);
  return { publicKey, sign: async (message) => sodium.crypto_sign_detached(message, privateKey) };
};

interface Validity {
  readonly notBefore: Instant;
  readonly notAfter: Instant;
}

/** Encoding must not round a time or replace half a character: the certificate says what was asked. */
const isExact = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  return typeof value !== 'string' || isName(value);
};

/** Signs, then reads the result as any verifier would: what comes out of here is a certificate that holds. */
const issue = async <C extends IssuerClaims | DeviceClaims>(
  sodium: Sodium,
  signer: Signer,
  claims: C,
  longest: number,
  encode: (claims: C) => Uint8Array,
  decode: (bytes: Uint8Array) => Result<Certificate<C>, 'malformed-certificate'>,
): Promise<Result<Uint8Array, CertificateError>> => {
  if (validityError(claims, longest, claims.notBefore) === 'too-long-validity')
    return err('too-long-validity');
  if (!Object.values(claims).every(isExact)) return err('malformed-certificate');
  const body = encode(claims);
  const signature = await signer.sign(body);
  const certificate = concat(body, signature);
  if (!decode(certificate).ok) return err('malformed-certificate');
  return verifySignature(sodium, signature, body, signer.publicKey) ? ok(certificate) : err('bad-signature');
};

/** A root certifies an issuer's public key, for at most 180 days. */
export const certifyIssuer = (
  sodium: Sodium,
  root: Signer,
  claims: Validity & { readonly organisation: string; readonly publicKey: Uint8Array },
  random: Random,
): Promise<Result<Uint8Array, CertificateError>> =>
  issue<IssuerClaims>(
    sodium,
    root,
    { ...claims, serial: random(SERIAL_BYTES), root: root.publicKey },
    ISSUER_VALIDITY_MAX,
    encodeIssuerClaims,
    decodeIssuerCertificate,
  );

/** An issuer certifies a staff member's device, for at most 7 days. */
export const certifyDevice = (
  sodium: Sodium,
  issuer: Signer,
  claims: Validity & {
    readonly organisation: string;
    readonly staffId: StaffId;
    readonly displayName: string;
    readonly role: Role;
    readonly publicKey: Uint8Array;
  },
  random: Random,
): Promise<Result<Uint8Array, CertificateError>> =>
  issue<DeviceClaims>(
    sodium,
    issuer,
    { ...claims, serial: random(SERIAL_BYTES), issuer: issuer.publicKey },
    DEVICE_VALIDITY_MAX,
    encodeDeviceClaims,
    decodeDeviceCertificate,
  );

/** `issuerCertificate`: the signer's own, or nothing when a root signs. Serials in any order. */
export const signRevocations = async (
  signer: Signer,
  list: {
    readonly organisation: string;
    readonly number: number;
    readonly issuedAt: Instant;
    readonly issuerCertificate?: Uint8Array | undefined;
    readonly serials: readonly Uint8Array[];
  },
): Promise<Uint8Array> => {
  const serials = [...list.serials]
    .sort(compareSerials)
    .filter(
      (serial, index, all) => index === 0 || compareSerials(all[index - 1] as Uint8Array, serial) !== 0,
    );
  const body = encodeRevocationClaims({
    organisation: list.organisation,
    number: list.number,
    issuedAt: list.issuedAt,
    issuerCertificate: list.issuerCertificate ?? new Uint8Array(0),
    signerKey: signer.publicKey,
    serials,
  });
  return concat(body, await signer.sign(body));
};
