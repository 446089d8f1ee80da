import { err, ok, type Result } from '../result';
import { concat, equalBytes } from './bytes';
import { type CertificateChain, type TrustPolicy, type VerifiedDevice, verifyChain } from './chain';
import { ROLE_CODE, SIGNATURE_BYTES } from './certificate';
import type { HandshakeError } from './errors';
import { envelopeError, FRAME_TYPE, MAX_U32, SENDER, SUITE } from './frame';
import {
  acceptSignatureInput,
  decodeAccept,
  decodeHello,
  decodeOffer,
  encodeAccept,
  encodeHello,
  encodeOffer,
  firstRootKey,
  KEM,
  NONCE_BYTES,
  offerSignatureInput,
  transcriptHash,
} from './handshake-frames';
import { verifySignature } from './hash';
import type { LinkState } from './link';
import { type KeyPair, ratchetKeyPair, staffRatchet, visitorRatchet } from './ratchet';
import type { Random, Sodium } from './sodium';

/** Roles that may hold a link; an administrator has no part in a chat. */
export type LinkRole = 'counsellor' | 'supervisor';
const LINK_ROLES: readonly string[] = ['counsellor', 'supervisor'] satisfies LinkRole[];

/** Signs with a key that may never leave its keeper, hence a function. */
export type Sign = (message: Uint8Array) => Promise<Uint8Array>;

/** The visitor's Ed25519 key for one chat. `seed`: 32 random bytes, all that has to be kept. */
export const chatKeyFromSeed = (sodium: Sodium, seed: Uint8Array): KeyPair => {
  const { publicKey, privateKey } = sodium.crypto_sign_seed_keypair(seed);
  return { publicKey, privateKey };
};

export interface VisitorHandshake {
  readonly cid: Uint8Array;
  readonly epoch: number;
  readonly chatKey: KeyPair;
  readonly hello: Uint8Array;
}

export const visitorHello = (
  _sodium: Sodium,
  input: {
    readonly cid: Uint8Array;
    readonly epoch: number;
    readonly chatKey: KeyPair;
    readonly random: Random;
  },
): { readonly frame: Uint8Array; readonly state: VisitorHandshake } => {
  const { cid, epoch, chatKey, random } = input;
  const frame = encodeHello({
    prefix: { suite: SUITE, type: FRAME_TYPE.hello, sender: SENDER.visitor, epoch, number: 0, cid },
    nonce: random(NONCE_BYTES),
    visitorPk: chatKey.publicKey,
  });
  return { frame, state: { cid, epoch, chatKey, hello: frame } };
};

export interface StaffHandshake {
  readonly cid: Uint8Array;
  readonly epoch: number;
  readonly hello: Uint8Array;
  readonly visitorPk: Uint8Array;
  readonly unsignedOffer: Uint8Array;
  readonly signature: Uint8Array;
  /** Secret. */
  readonly kemPrivateKey: Uint8Array;
  /** Secret. */
  readonly ratchetKey: KeyPair;
}

/** Rejects only when `sign` does. `minimumEpoch`: the lowest epoch that is news to this device. */
export const staffOffer = async (
  sodium: Sodium,
  input: {
    readonly hello: Uint8Array;
    readonly role: LinkRole;
    readonly chain: CertificateChain;
    readonly sign: Sign;
    readonly random: Random;
    readonly cid: Uint8Array;
    readonly minimumEpoch: number;
  },
): Promise<Result<{ readonly frame: Uint8Array; readonly state: StaffHandshake }, HandshakeError>> => {
  const hello = decodeHello(input.hello);
  if (!hello.ok) return hello;
  const { cid, random } = input;
  const { epoch } = hello.value.prefix;
  const wrong = envelopeError(hello.value.prefix, {
    type: FRAME_TYPE.hello,
    sender: SENDER.visitor,
    cid,
    minimumEpoch: input.minimumEpoch,
    maximumEpoch: MAX_U32,
  });
  if (wrong) return err(wrong);
  const kem = sodium.crypto_kem_xwing_seed_keypair(random(KEM.seedBytes));
  const ratchetKey = ratchetKeyPair(sodium, random);
  const unsignedOffer = encodeOffer({
    prefix: { suite: SUITE, type: FRAME_TYPE.offer, sender: SENDER.staff, epoch, number: 0, cid },
    roleCode: ROLE_CODE[input.role],
    chain: input.chain,
    kemPk: kem.publicKey,
    ratchetPk: ratchetKey.publicKey,
  });
  const signature = await input.sign(offerSignatureInput(sodium, input.hello, unsignedOffer));
  if (signature.length !== SIGNATURE_BYTES) return err('bad-signature');
  return ok({
    frame: concat(unsignedOffer, signature),
    state: {
      cid,
      epoch,
      hello: input.hello,
      visitorPk: hello.value.visitorPk,
      unsignedOffer,
      signature,
      kemPrivateKey: kem.privateKey,
      ratchetKey,
    },
  });
};

export interface VisitorAcceptInput extends TrustPolicy {
  readonly state: VisitorHandshake;
  readonly offer: Uint8Array;
  /** Whom the interface announced. Without `role`, a counsellor or a supervisor. */
  readonly expected: { readonly staffId: string; readonly role?: LinkRole | undefined };
  readonly random: Random;
}

export interface AcceptedOffer {
  readonly frame: Uint8Array;
  readonly link: LinkState;
  readonly device: VerifiedDevice;
}

/** The one place where the visitor's client decides whom to trust. An error leaves `state` fit for another offer. */
export const visitorAccept = (
  sodium: Sodium,
  input: VisitorAcceptInput,
): Result<AcceptedOffer, HandshakeError> => {
  const { state, expected, random } = input;
  const { cid, epoch } = state;
  const decoded = decodeOffer(input.offer);
  if (!decoded.ok) return decoded;
  const offer = decoded.value;
  const wrong = envelopeError(offer.prefix, {
    type: FRAME_TYPE.offer,
    sender: SENDER.staff,
    cid,
    minimumEpoch: epoch,
    maximumEpoch: epoch,
  });
  if (wrong) return err(wrong);
  const verified = verifyChain(sodium, offer.chain, input);
  if (!verified.ok) return verified;
  const device = verified.value;
  // First of all: what was altered on the way says nothing of who is at the other end.
  const signed = offerSignatureInput(sodium, state.hello, offer.unsigned);
  if (!verifySignature(sodium, offer.signature, signed, device.publicKey)) return err('bad-signature');
  if (!LINK_ROLES.includes(device.role) || offer.roleCode !== ROLE_CODE[device.role])
    return err('other-role');
  if (expected.role !== undefined && device.role !== expected.role) return err('other-role');
  if (device.staffId !== expected.staffId) return err('other-person');

  const ratchetKey = ratchetKeyPair(sodium, random);
  const kem = encapsulate(sodium, offer.kemPk, random);
  if (!kem) return err('weak-key');
  const th = transcriptHash(sodium, {
    hello: state.hello,
    unsignedOffer: offer.unsigned,
    offerSignature: offer.signature,
    ciphertext: kem.ciphertext,
    visitorRatchetPk: ratchetKey.publicKey,
  });
  const rootKey = firstRootKey(sodium, kem.sharedSecret, th);
  const ratchet = visitorRatchet(sodium, rootKey, ratchetKey, offer.ratchetPk);
  if (!ratchet.ok) return ratchet;
  const unsigned = encodeAccept({
    prefix: { suite: SUITE, type: FRAME_TYPE.accept, sender: SENDER.visitor, epoch, number: 0, cid },
    ciphertext: kem.ciphertext,
    ratchetPk: ratchetKey.publicKey,
  });
  const signature = sodium.crypto_sign_detached(acceptSignatureInput(th), state.chatKey.privateKey);
  const link: LinkState = { cid, epoch, role: 'visitor', th, nextNumber: 1, ratchet: ratchet.value };
  return ok({ frame: concat(unsigned, signature), link, device });
};

const encapsulate = (
  sodium: Sodium,
  kemPk: Uint8Array,
  random: Random,
): { readonly ciphertext: Uint8Array; readonly sharedSecret: Uint8Array } | undefined => {
  const seed = random(KEM.encapsulationSeedBytes);
  try {
    return sodium.crypto_kem_xwing_enc_deterministic(kemPk, seed);
  } catch {
    return undefined;
  }
};

const decapsulate = (
  sodium: Sodium,
  ciphertext: Uint8Array,
  privateKey: Uint8Array,
): Uint8Array | undefined => {
  try {
    return sodium.crypto_kem_xwing_dec(ciphertext, privateKey);
  } catch {
    return undefined;
  }
};

export interface ConfirmedAccept {
  readonly link: LinkState;
  readonly visitorPk: Uint8Array;
}

/** `expectedVisitorPk`: the key of the visitor this device already talked with, when the link replaces another. */
export const staffConfirm = (
  sodium: Sodium,
  input: {
    readonly state: StaffHandshake;
    readonly accept: Uint8Array;
    readonly expectedVisitorPk?: Uint8Array | undefined;
  },
): Result<ConfirmedAccept, HandshakeError> => {
  const { state, expectedVisitorPk } = input;
  const { cid, epoch, visitorPk } = state;
  const decoded = decodeAccept(input.accept);
  if (!decoded.ok) return decoded;
  const accept = decoded.value;
  const wrong = envelopeError(accept.prefix, {
    type: FRAME_TYPE.accept,
    sender: SENDER.visitor,
    cid,
    minimumEpoch: epoch,
    maximumEpoch: epoch,
  });
  if (wrong) return err(wrong);
  if (expectedVisitorPk && !equalBytes(visitorPk, expectedVisitorPk)) return err('other-visitor');
  const th = transcriptHash(sodium, {
    hello: state.hello,
    unsignedOffer: state.unsignedOffer,
    offerSignature: state.signature,
    ciphertext: accept.ciphertext,
    visitorRatchetPk: accept.ratchetPk,
  });
  if (!verifySignature(sodium, accept.signature, acceptSignatureInput(th), visitorPk))
    return err('bad-signature');
  const sharedSecret = decapsulate(sodium, accept.ciphertext, state.kemPrivateKey);
  if (!sharedSecret) return err('weak-key');
  const rootKey = firstRootKey(sodium, sharedSecret, th);
  const ratchet = staffRatchet(sodium, rootKey, state.ratchetKey, accept.ratchetPk);
  if (!ratchet.ok) return ratchet;
  return ok({ link: { cid, epoch, role: 'staff', th, nextNumber: 1, ratchet: ratchet.value }, visitorPk });
};
