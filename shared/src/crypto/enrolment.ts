import type { StaffId } from '../ids';
import type { Role } from '../protocol/presence';
import { err, ok, type Result } from '../result';
import { concat, equalBytes, fromBase64Url, lp, toBase64Url, u8 } from './bytes';
import { isName, isStaffId, PUBLIC_KEY_BYTES, ROLE_CODE, roleOfCode, SIGNATURE_BYTES } from './certificate';
import type { Signer } from './certify';
import { hash, STAFF_TAG, tagged, verifySignature } from './hash';
import { Reader } from './reader';
import type { Sodium } from './sodium';
import { fromUtf8, toUtf8 } from './utf8';
import { wordsOf } from './words';

/** What a staff device asks an issuer to certify. Signed by the device: it holds the key that it names. */
export interface EnrolmentRequest {
  readonly organisation: string;
  readonly staffId: StaffId;
  readonly displayName: string;
  readonly role: Role;
  readonly publicKey: Uint8Array;
}

/** Starts the text, so that a person sees what it is and a wrong paste is noticed. */
const MARK = 'haven-enrolment-1.';

const encode = (request: EnrolmentRequest): Uint8Array =>
  tagged(
    STAFF_TAG.enrolment,
    lp(toUtf8(request.organisation)),
    lp(toUtf8(request.staffId)),
    lp(toUtf8(request.displayName)),
    u8(ROLE_CODE[request.role]),
    request.publicKey,
  );

export const enrolmentRequest = async (
  device: Signer,
  claims: Omit<EnrolmentRequest, 'publicKey'>,
): Promise<string> => {
  const body = encode({ ...claims, publicKey: device.publicKey });
  return MARK + toBase64Url(concat(body, await device.sign(body)));
};

const text = (reader: Reader): string => {
  const decoded = fromUtf8(reader.lp());
  return decoded.ok ? decoded.value : '';
};

export const readEnrolmentRequest = (
  sodium: Sodium,
  request: string,
): Result<EnrolmentRequest, 'malformed-request' | 'bad-signature'> => {
  const bytes = fromBase64Url(request.slice(MARK.length));
  if (!request.startsWith(MARK) || !bytes.ok) return err('malformed-request');
  const reader = new Reader(bytes.value);
  reader.lp();
  const organisation = text(reader);
  const staffId = text(reader);
  const displayName = text(reader);
  const role = roleOfCode(reader.u8());
  const publicKey = reader.take(PUBLIC_KEY_BYTES);
  const signature = reader.take(SIGNATURE_BYTES);
  if (!reader.complete || !isName(organisation) || !isStaffId(staffId) || !isName(displayName) || !role) {
    return err('malformed-request');
  }
  const claims = { organisation, staffId, displayName, role, publicKey };
  const body = encode(claims);
  if (!equalBytes(concat(body, signature), bytes.value)) return err('malformed-request');
  return verifySignature(sodium, signature, body, publicKey) ? ok(claims) : err('bad-signature');
};

/** Four words (44 bits) that the staff member reads aloud and the issuer compares before certifying. */
export const fourWords = (sodium: Sodium, request: EnrolmentRequest): string[] =>
  wordsOf(hash(sodium, 32, STAFF_TAG.enrolmentWords, encode(request)), 4);
