import type { StaffId } from '../ids';
import { err, ok, type Result } from '../result';
import { concat } from './bytes';
import { ROLE_CODE, SIGNATURE_BYTES } from './certificate';
import { type CertificateChain, type TrustPolicy, type VerifiedDevice, verifyChain } from './chain';
import {
  colleagueAcceptInput,
  colleagueOfferInput,
  colleagueRootKey,
  colleagueTranscriptHash,
  decodeColleagueHello,
  encodeColleagueHello,
} from './colleague-frames';
import type { HandshakeError } from './errors';
import { envelopeError, FRAME_TYPE, type FrameType, SENDER, SUITE } from './frame';
import { decapsulate, encapsulate, type LinkRole, type Sign } from './handshake';
import { decodeAccept, decodeOffer, encodeAccept, encodeOffer, KEM, NONCE_BYTES } from './handshake-frames';
import { verifySignature } from './hash';
import type { LinkState } from './link';
import { type KeyPair, ratchetKeyPair, staffRatchet, visitorRatchet } from './ratchet';
import type { Random, Sodium } from './sodium';

/**
 * The handshake of a chat's link between two staff devices: the same steps and keys under tags of its own, with a
 * certificate and a device's signature at both ends. Who opens has the visitor's part, who answers the counsellor's.
 * Every link has a random `cid` and the epoch 1.
 */
const EPOCH = 1;

/** What a device brings to every handshake. */
export interface ColleagueIdentity {
  readonly staffId: StaffId;
  readonly role: LinkRole;
  readonly chain: CertificateChain;
  readonly sign: Sign;
}

type Judged<T> = Result<T, HandshakeError>;

const prefixOf = (type: FrameType, sender: 0 | 1, cid: Uint8Array) =>
  ({ suite: SUITE, type, sender, epoch: EPOCH, number: 0, cid }) as const;

const expecting = (type: FrameType, sender: 0 | 1, cid: Uint8Array) =>
  ({ type, sender, cid, minimumEpoch: EPOCH, maximumEpoch: EPOCH }) as const;

/** The device at the other end, if the organisation vouches for it and its person has a part in chats. */
const judge = (sodium: Sodium, chain: CertificateChain, trust: TrustPolicy): Judged<VerifiedDevice> => {
  const verified = verifyChain(sodium, chain, trust);
  if (!verified.ok) return verified;
  return verified.value.role === 'administrator' ? err('other-role') : verified;
};

export interface Opening {
  readonly cid: Uint8Array;
  readonly to: StaffId;
  readonly hello: Uint8Array;
}

export const colleagueHello = (
  { chain }: Pick<ColleagueIdentity, 'chain'>,
  { cid, to, random }: { readonly cid: Uint8Array; readonly to: StaffId; readonly random: Random },
): Opening => {
  const prefix = prefixOf(FRAME_TYPE.hello, SENDER.visitor, cid);
  return { cid, to, hello: encodeColleagueHello({ prefix, nonce: random(NONCE_BYTES), to, chain }) };
};

export interface Answering {
  readonly cid: Uint8Array;
  readonly hello: Uint8Array;
  readonly unsignedOffer: Uint8Array;
  readonly signature: Uint8Array;
  /** Secret. */
  readonly kemPrivateKey: Uint8Array;
  /** Secret. */
  readonly ratchetKey: KeyPair;
  /** Who opened, as far as a certificate says; proven by the accept. */
  readonly device: VerifiedDevice;
}

/** Rejects only when `sign` does. */
export const colleagueOffer = async (
  sodium: Sodium,
  me: ColleagueIdentity,
  input: { readonly hello: Uint8Array; readonly trust: TrustPolicy; readonly random: Random },
): Promise<Judged<{ readonly frame: Uint8Array; readonly state: Answering }>> => {
  const hello = decodeColleagueHello(input.hello);
  if (!hello.ok) return hello;
  const { cid } = hello.value.prefix;
  const wrong = envelopeError(hello.value.prefix, expecting(FRAME_TYPE.hello, SENDER.visitor, cid));
  if (wrong) return err(wrong);
  const device = judge(sodium, hello.value.chain, input.trust);
  if (!device.ok) return device;
  // Meant for somebody else, or an echo of what this very person said.
  if (hello.value.to !== me.staffId || device.value.staffId === me.staffId) return err('other-person');
  const kem = sodium.crypto_kem_xwing_seed_keypair(input.random(KEM.seedBytes));
  const ratchetKey = ratchetKeyPair(sodium, input.random);
  const unsignedOffer = encodeOffer({
    prefix: prefixOf(FRAME_TYPE.offer, SENDER.staff, cid),
    roleCode: ROLE_CODE[me.role],
    chain: me.chain,
    kemPk: kem.publicKey,
    ratchetPk: ratchetKey.publicKey,
  });
  const signature = await me.sign(colleagueOfferInput(sodium, input.hello, unsignedOffer));
  if (signature.length !== SIGNATURE_BYTES) return err('bad-signature');
  const state = { cid, hello: input.hello, unsignedOffer, signature, ratchetKey, device: device.value };
  return ok({ frame: concat(unsignedOffer, signature), state: { ...state, kemPrivateKey: kem.privateKey } });
};

export interface ColleagueLinkMade {
  readonly link: LinkState;
  readonly device: VerifiedDevice;
}

/** Rejects only when `sign` does. An error leaves `opening` fit for another offer. */
export const colleagueAccept = async (
  sodium: Sodium,
  me: Pick<ColleagueIdentity, 'sign'>,
  input: {
    readonly opening: Opening;
    readonly offer: Uint8Array;
    readonly trust: TrustPolicy;
    readonly random: Random;
  },
): Promise<Judged<ColleagueLinkMade & { readonly frame: Uint8Array }>> => {
  const { cid, to, hello } = input.opening;
  const decoded = decodeOffer(input.offer);
  if (!decoded.ok) return decoded;
  const offer = decoded.value;
  const wrong = envelopeError(offer.prefix, expecting(FRAME_TYPE.offer, SENDER.staff, cid));
  if (wrong) return err(wrong);
  const judged = judge(sodium, offer.chain, input.trust);
  if (!judged.ok) return judged;
  const device = judged.value;
  // First of all: what was altered on the way says nothing of who is at the other end.
  const signed = colleagueOfferInput(sodium, hello, offer.unsigned);
  if (!verifySignature(sodium, offer.signature, signed, device.publicKey)) return err('bad-signature');
  if (offer.roleCode !== ROLE_CODE[device.role]) return err('other-role');
  if (device.staffId !== to) return err('other-person');

  const ratchetKey = ratchetKeyPair(sodium, input.random);
  const kem = encapsulate(sodium, offer.kemPk, input.random);
  if (!kem) return err('weak-key');
  const th = colleagueTranscriptHash(sodium, {
    hello,
    unsignedOffer: offer.unsigned,
    offerSignature: offer.signature,
    ciphertext: kem.ciphertext,
    visitorRatchetPk: ratchetKey.publicKey,
  });
  const rootKey = colleagueRootKey(sodium, kem.sharedSecret, th);
  const ratchet = visitorRatchet(sodium, rootKey, ratchetKey, offer.ratchetPk);
  if (!ratchet.ok) return ratchet;
  const unsigned = encodeAccept({
    prefix: prefixOf(FRAME_TYPE.accept, SENDER.visitor, cid),
    ciphertext: kem.ciphertext,
    ratchetPk: ratchetKey.publicKey,
  });
  const signature = await me.sign(colleagueAcceptInput(th));
  if (signature.length !== SIGNATURE_BYTES) return err('bad-signature');
  const link = { cid, epoch: EPOCH, role: 'visitor', th, nextNumber: 1, ratchet: ratchet.value } as const;
  return ok({ frame: concat(unsigned, signature), link, device });
};

export const colleagueConfirm = (
  sodium: Sodium,
  { answering, accept: frame }: { readonly answering: Answering; readonly accept: Uint8Array },
): Judged<ColleagueLinkMade> => {
  const { cid, device } = answering;
  const decoded = decodeAccept(frame);
  if (!decoded.ok) return decoded;
  const accept = decoded.value;
  const wrong = envelopeError(accept.prefix, expecting(FRAME_TYPE.accept, SENDER.visitor, cid));
  if (wrong) return err(wrong);
  const th = colleagueTranscriptHash(sodium, {
    hello: answering.hello,
    unsignedOffer: answering.unsignedOffer,
    offerSignature: answering.signature,
    ciphertext: accept.ciphertext,
    visitorRatchetPk: accept.ratchetPk,
  });
  if (!verifySignature(sodium, accept.signature, colleagueAcceptInput(th), device.publicKey))
    return err('bad-signature');
  const sharedSecret = decapsulate(sodium, accept.ciphertext, answering.kemPrivateKey);
  if (!sharedSecret) return err('weak-key');
  const rootKey = colleagueRootKey(sodium, sharedSecret, th);
  const ratchet = staffRatchet(sodium, rootKey, answering.ratchetKey, accept.ratchetPk);
  if (!ratchet.ok) return ratchet;
  const link = { cid, epoch: EPOCH, role: 'staff', th, nextNumber: 1, ratchet: ratchet.value } as const;
  return ok({ link, device });
};
