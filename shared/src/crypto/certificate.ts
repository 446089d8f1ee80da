import type { StaffId } from '../ids';
import type { Role } from '../protocol/presence';
import { err, ok, type Result } from '../result';
import { days, type Instant } from '../units';
import { concat, equalBytes, lp, u8, u64 } from './bytes';
import { TAG, tagged } from './hash';
import { Reader } from './reader';
import { fromUtf8, toUtf8 } from './utf8';

export const ISSUER_VALIDITY_MAX = days(180);
export const DEVICE_VALIDITY_MAX = days(7);
export const SERIAL_BYTES = 16;
export const SIGNATURE_BYTES = 64;
export const PUBLIC_KEY_BYTES = 32;

/** The numbers stand on the wire. */
export const ROLE_CODE = { counsellor: 1, supervisor: 2, administrator: 3 } as const satisfies Record<
  Role,
  number
>;
const ROLE_OF_CODE: readonly (Role | undefined)[] = [undefined, 'counsellor', 'supervisor', 'administrator'];
export const roleOfCode = (code: number): Role | undefined => ROLE_OF_CODE[code];

interface Claims {
  readonly organisation: string;
  readonly publicKey: Uint8Array;
  /** Valid from `notBefore` up to, but not at, `notAfter`. */
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly serial: Uint8Array;
}

export interface IssuerClaims extends Claims {
  /** The public key that signs: a certificate names its signer, so that it can be checked under no other key. */
  readonly root: Uint8Array;
}

export interface DeviceClaims extends Claims {
  readonly staffId: StaffId;
  readonly displayName: string;
  readonly role: Role;
  readonly issuer: Uint8Array;
}

/** A certificate taken apart, its signature not yet checked. */
export interface Certificate<C> {
  readonly claims: C;
  readonly body: Uint8Array;
  readonly signature: Uint8Array;
}

export const encodeIssuerClaims = (claims: IssuerClaims): Uint8Array =>
  tagged(
    TAG.issuerCertificate,
    lp(toUtf8(claims.organisation)),
    claims.publicKey,
    u64(claims.notBefore),
    u64(claims.notAfter),
    claims.serial,
    claims.root,
  );

export const encodeDeviceClaims = (claims: DeviceClaims): Uint8Array =>
  tagged(
    TAG.deviceCertificate,
    lp(toUtf8(claims.organisation)),
    lp(toUtf8(claims.staffId)),
    lp(toUtf8(claims.displayName)),
    u8(ROLE_CODE[claims.role]),
    claims.publicKey,
    u64(claims.notBefore),
    u64(claims.notAfter),
    claims.serial,
    claims.issuer,
  );

const STAFF_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const isStaffId = (text: string): text is StaffId => text.length <= 40 && STAFF_ID.test(text);

const MAX_NAME_CHARACTERS = 80;
/** Control, direction and invisible characters could make a name read as another one. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Names have one spelling: composed, trimmed, every character visible. */
export const isName = (text: string): boolean =>
  text.length > 0 &&
  text.length <= MAX_NAME_CHARACTERS &&
  text === text.normalize('NFC').trim() &&
  !UNSEEN.test(text);

const text = (reader: Reader): string => {
  const decoded = fromUtf8(reader.lp());
  return decoded.ok ? decoded.value : '';
};

/**
 * Encoding the claims again must give the very bytes that were read: there is one form of every certificate, and
 * neither trailing bytes nor another spelling pass.
 */
const finish = <C extends Claims>(
  reader: Reader,
  bytes: Uint8Array,
  claims: C,
  encode: (claims: C) => Uint8Array,
): Result<Certificate<C>, 'malformed-certificate'> => {
  const signature = reader.take(SIGNATURE_BYTES);
  if (!reader.complete || !isName(claims.organisation)) return err('malformed-certificate');
  if (claims.notAfter <= claims.notBefore) return err('malformed-certificate');
  const body = encode(claims);
  if (!equalBytes(concat(body, signature), bytes)) return err('malformed-certificate');
  return ok({ claims, body, signature });
};

export const decodeIssuerCertificate = (
  bytes: Uint8Array,
): Result<Certificate<IssuerClaims>, 'malformed-certificate'> => {
  const reader = new Reader(bytes);
  reader.lp();
  const claims: IssuerClaims = {
    organisation: text(reader),
    publicKey: reader.take(PUBLIC_KEY_BYTES),
    notBefore: reader.u64(),
    notAfter: reader.u64(),
    serial: reader.take(SERIAL_BYTES),
    root: reader.take(PUBLIC_KEY_BYTES),
  };
  return finish(reader, bytes, claims, encodeIssuerClaims);
};

export const decodeDeviceCertificate = (
  bytes: Uint8Array,
): Result<Certificate<DeviceClaims>, 'malformed-certificate'> => {
  const reader = new Reader(bytes);
  reader.lp();
  const organisation = text(reader);
  const staffId = text(reader);
  const displayName = text(reader);
  const role = roleOfCode(reader.u8());
  if (!isStaffId(staffId) || !isName(displayName) || role === undefined) return err('malformed-certificate');
  const claims: DeviceClaims = {
    organisation,
    staffId,
    displayName,
    role,
    publicKey: reader.take(PUBLIC_KEY_BYTES),
    notBefore: reader.u64(),
    notAfter: reader.u64(),
    serial: reader.take(SERIAL_BYTES),
    issuer: reader.take(PUBLIC_KEY_BYTES),
  };
  return finish(reader, bytes, claims, encodeDeviceClaims);
};
