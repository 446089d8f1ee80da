import { err, ok, type Result } from '../result';
import { concat, lp, u8 } from './bytes';
import { PUBLIC_KEY_BYTES, SIGNATURE_BYTES } from './certificate';
import type { CertificateChain } from './chain';
import { decodePrefix, encodePrefix, type FramePrefix, PREFIX_BYTES } from './frame';
import { hash, TAG, tagged } from './hash';
import { Reader } from './reader';
import type { Sodium } from './sodium';

export const NONCE_BYTES = 16;
/** X-Wing: ML-KEM-768 and X25519 in one. */
export const KEM = {
  publicKeyBytes: 1216,
  ciphertextBytes: 1120,
  seedBytes: 32,
  encapsulationSeedBytes: 64,
} as const;

export interface Hello {
  readonly prefix: FramePrefix;
  readonly nonce: Uint8Array;
  readonly visitorPk: Uint8Array;
}

export interface Offer {
  readonly prefix: FramePrefix;
  readonly roleCode: number;
  readonly chain: CertificateChain;
  readonly kemPk: Uint8Array;
  readonly ratchetPk: Uint8Array;
}

export interface Accept {
  readonly prefix: FramePrefix;
  readonly ciphertext: Uint8Array;
  readonly ratchetPk: Uint8Array;
}

type Decoded<T> = Result<T, 'malformed-frame'>;

const start = (frame: Uint8Array): Decoded<{ readonly prefix: FramePrefix; readonly reader: Reader }> => {
  const prefix = decodePrefix(frame);
  return prefix.ok ? ok({ prefix: prefix.value, reader: new Reader(frame.subarray(PREFIX_BYTES)) }) : prefix;
};

export const encodeHello = (hello: Hello): Uint8Array =>
  concat(encodePrefix(hello.prefix), hello.nonce, hello.visitorPk);

export const decodeHello = (frame: Uint8Array): Decoded<Hello> => {
  const begun = start(frame);
  if (!begun.ok) return begun;
  const { prefix, reader } = begun.value;
  const hello = { prefix, nonce: reader.take(NONCE_BYTES), visitorPk: reader.take(PUBLIC_KEY_BYTES) };
  return reader.complete ? ok(hello) : err('malformed-frame');
};

/** The offer up to its signature. */
export const encodeOffer = (offer: Offer): Uint8Array =>
  concat(
    encodePrefix(offer.prefix),
    u8(offer.roleCode),
    lp(offer.chain.issuer),
    lp(offer.chain.device),
    offer.kemPk,
    offer.ratchetPk,
  );

export interface SignedOffer extends Offer {
  readonly unsigned: Uint8Array;
  readonly signature: Uint8Array;
}

export const decodeOffer = (frame: Uint8Array): Decoded<SignedOffer> => {
  const begun = start(frame);
  if (!begun.ok) return begun;
  const { prefix, reader } = begun.value;
  const offer: SignedOffer = {
    prefix,
    roleCode: reader.u8(),
    chain: { issuer: reader.lp(), device: reader.lp() },
    kemPk: reader.take(KEM.publicKeyBytes),
    ratchetPk: reader.take(PUBLIC_KEY_BYTES),
    signature: reader.take(SIGNATURE_BYTES),
    unsigned: frame.slice(0, Math.max(0, frame.length - SIGNATURE_BYTES)),
  };
  return reader.complete ? ok(offer) : err('malformed-frame');
};

/** The accept up to its signature. */
export const encodeAccept = (accept: Accept): Uint8Array =>
  concat(encodePrefix(accept.prefix), accept.ciphertext, accept.ratchetPk);

export const decodeAccept = (frame: Uint8Array): Decoded<Accept & { readonly signature: Uint8Array }> => {
  const begun = start(frame);
  if (!begun.ok) return begun;
  const { prefix, reader } = begun.value;
  const accept = {
    prefix,
    ciphertext: reader.take(KEM.ciphertextBytes),
    ratchetPk: reader.take(PUBLIC_KEY_BYTES),
    signature: reader.take(SIGNATURE_BYTES),
  };
  return reader.complete ? ok(accept) : err('malformed-frame');
};

/** What a staff device signs: its offer and the very hello it answers. */
export const offerSignatureInput = (
  sodium: Sodium,
  hello: Uint8Array,
  unsignedOffer: Uint8Array,
): Uint8Array => tagged(TAG.offerSignature, hash(sodium, 64, TAG.offerTranscript, hello, unsignedOffer));

export interface Transcript {
  readonly hello: Uint8Array;
  readonly unsignedOffer: Uint8Array;
  readonly offerSignature: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly visitorRatchetPk: Uint8Array;
}

/** th: everything both ends saw of the handshake, in 32 bytes. Public. */
export const transcriptHash = (sodium: Sodium, transcript: Transcript): Uint8Array =>
  hash(
    sodium,
    32,
    TAG.transcript,
    transcript.hello,
    transcript.unsignedOffer,
    transcript.offerSignature,
    transcript.ciphertext,
    transcript.visitorRatchetPk,
  );

/** What the visitor's chat key signs. */
export const acceptSignatureInput = (th: Uint8Array): Uint8Array => tagged(TAG.acceptSignature, th);

/** RK: the first 32 bytes of G(64, lp(tag) ‖ th, key = ss). */
export const firstRootKey = (sodium: Sodium, sharedSecret: Uint8Array, th: Uint8Array): Uint8Array =>
  sodium.crypto_generichash(64, tagged(TAG.rootKey, th), sharedSecret).slice(0, 32);
