import type { StaffId } from '../ids';
import { err, ok, type Result } from '../result';
import { concat, lp } from './bytes';
import { isStaffId } from './certificate';
import type { CertificateChain } from './chain';
import { decodePrefix, encodePrefix, type FramePrefix, PREFIX_BYTES } from './frame';
import { NONCE_BYTES, type Transcript } from './handshake-frames';
import { hash, STAFF_TAG, tagged } from './hash';
import { Reader } from './reader';
import type { Sodium } from './sodium';
import { fromUtf8, toUtf8 } from './utf8';

/** Who opens says who it is, and to whom it speaks: both are in everything that is signed afterwards. */
export interface ColleagueHello {
  readonly prefix: FramePrefix;
  readonly nonce: Uint8Array;
  readonly to: StaffId;
  readonly chain: CertificateChain;
}

export const encodeColleagueHello = ({ prefix, nonce, to, chain }: ColleagueHello): Uint8Array =>
  concat(encodePrefix(prefix), nonce, lp(toUtf8(to)), lp(chain.issuer), lp(chain.device));

export const decodeColleagueHello = (frame: Uint8Array): Result<ColleagueHello, 'malformed-frame'> => {
  const prefix = decodePrefix(frame);
  if (!prefix.ok) return prefix;
  const reader = new Reader(frame.subarray(PREFIX_BYTES));
  const nonce = reader.take(NONCE_BYTES);
  const to = fromUtf8(reader.lp());
  const chain = { issuer: reader.lp(), device: reader.lp() };
  if (!reader.complete || !to.ok || !isStaffId(to.value)) return err('malformed-frame');
  return ok({ prefix: prefix.value, nonce, to: to.value, chain });
};

/** What the device that answers signs. */
export const colleagueOfferInput = (
  sodium: Sodium,
  hello: Uint8Array,
  unsignedOffer: Uint8Array,
): Uint8Array =>
  tagged(
    STAFF_TAG.colleagueOfferSignature,
    hash(sodium, 64, STAFF_TAG.colleagueOfferTranscript, hello, unsignedOffer),
  );

/** th of a link between colleagues. */
export const colleagueTranscriptHash = (sodium: Sodium, transcript: Transcript): Uint8Array =>
  hash(
    sodium,
    32,
    STAFF_TAG.colleagueTranscript,
    transcript.hello,
    transcript.unsignedOffer,
    transcript.offerSignature,
    transcript.ciphertext,
    transcript.visitorRatchetPk,
  );

/** What the device that opened signs. */
export const colleagueAcceptInput = (th: Uint8Array): Uint8Array =>
  tagged(STAFF_TAG.colleagueAcceptSignature, th);

export const colleagueRootKey = (sodium: Sodium, sharedSecret: Uint8Array, th: Uint8Array): Uint8Array =>
  sodium.crypto_generichash(64, tagged(STAFF_TAG.colleagueRootKey, th), sharedSecret).slice(0, 32);
