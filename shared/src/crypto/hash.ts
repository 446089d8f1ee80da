import { concat, lp } from './bytes';
import type { Sodium } from './sodium';
import { toUtf8 } from './utf8';

/** One tag for each thing that is hashed or signed, so that no value can ever stand in for another. */
export const TAG = {
  issuerCertificate: 'haven/1/issuer certificate',
  deviceCertificate: 'haven/1/device certificate',
  revocations: 'haven/1/revocations',
  offerTranscript: 'haven/1/offer transcript',
  offerSignature: 'haven/1/offer signature',
  transcript: 'haven/1/transcript',
  acceptSignature: 'haven/1/accept signature',
  rootKey: 'haven/1/root key',
  rootStep: 'haven/1/root step',
  message: 'haven/1/message',
} as const;

/** Those of what only staff have to do with: a visitor's client does not carry them. */
export const STAFF_TAG = {
  enrolment: 'haven/1/enrolment request',
  deviceProof: 'haven/1/device proof',
  enrolmentWords: 'haven/1/enrolment words',
  keyLog: 'haven/1/key log',
  keyLogEntry: 'haven/1/key log entry',
  keyLogWords: 'haven/1/key log words',
  colleagueOfferTranscript: 'haven/1/colleague offer transcript',
  colleagueOfferSignature: 'haven/1/colleague offer signature',
  colleagueTranscript: 'haven/1/colleague transcript',
  colleagueAcceptSignature: 'haven/1/colleague accept signature',
  colleagueRootKey: 'haven/1/colleague root key',
} as const;

type Tag = (typeof TAG)[keyof typeof TAG] | (typeof STAFF_TAG)[keyof typeof STAFF_TAG];

/** `lp(tag)`: how every hashed or signed structure starts. */
export const tagged = (tag: Tag, ...parts: readonly Uint8Array[]): Uint8Array =>
  concat(lp(toUtf8(tag)), ...parts);

/** `G(length, lp(tag) ‖ lp(part) ‖ …)`, BLAKE2b. */
export const hash = (sodium: Sodium, length: number, tag: Tag, ...parts: readonly Uint8Array[]): Uint8Array =>
  sodium.crypto_generichash(length, tagged(tag, ...parts.map(lp)), null);

/** False for a wrong key, a wrong signature and lengths that cannot be either. */
export const verifySignature = (
  sodium: Sodium,
  signature: Uint8Array,
  message: Uint8Array,
  publicKey: Uint8Array,
): boolean => {
  try {
    return sodium.crypto_sign_verify_detached(signature, message, publicKey);
  } catch {
    return false;
  }
};
