import { err, ok, type Result } from '../result';
import { concat, equalBytes, u32, u8 } from './bytes';
import type { FrameError } from './errors';
import {
  decodePrefix,
  encodePrefix,
  envelopeError,
  FRAME_TYPE,
  HEADER_BYTES,
  MAX_U32,
  PREFIX_BYTES,
  SENDER,
  type Sender,
  SUITE,
  TAG_BYTES,
} from './frame';
import { TAG, tagged } from './hash';
import { isPaddedSize, pad, unpad } from './padding';
import { MESSAGE_KEY_BYTES, nextIncoming, nextOutgoing, type Ratchet } from './ratchet';
import { Reader } from './reader';
import type { Random, Sodium } from './sodium';

/** One end of a link. A plain value: `seal` and `open` return the one after, the one before stays as it was. */
export interface LinkState {
  readonly cid: Uint8Array;
  readonly epoch: number;
  /** Whose end this is. */
  readonly role: 'visitor' | 'staff';
  /** Hash of the whole handshake, the same at both ends; six words are made from it. */
  readonly th: Uint8Array;
  /** The number the next sealed frame will carry, from 1. */
  readonly nextNumber: number;
  /** Secret, and nobody's business but this module's. */
  readonly ratchet: Ratchet;
}

const ownSender = (link: LinkState): Sender => SENDER[link.role];
const peerSender = (link: LinkState): Sender => SENDER[link.role === 'visitor' ? 'staff' : 'visitor'];

/** Binds the whole readable header, the handshake and the direction: none can be changed or reused. */
const additionalData = (header: Uint8Array, th: Uint8Array, recipient: Sender): Uint8Array =>
  tagged(TAG.message, header, th, u8(recipient));

/**
 * Encrypts one frame. Keep the frame until the peer acknowledges it: it is sent again bit for bit, never sealed anew.
 * @throws RangeError beyond `MAX_PLAINTEXT_BYTES`, and after 2^32 − 1 frames.
 */
export const seal = (
  sodium: Sodium,
  link: LinkState,
  plaintext: Uint8Array,
  random: Random,
): { readonly link: LinkState; readonly frame: Uint8Array } => {
  const number = link.nextNumber;
  if (number > MAX_U32) throw new RangeError('This link has no frame numbers left.');
  const padded = pad(sodium, plaintext);
  const { ratchet, ratchetPk, chainStart, messageKey } = nextOutgoing(sodium, link.ratchet, number, random);
  const sender = ownSender(link);
  const prefix = { suite: SUITE, type: FRAME_TYPE.message, sender, epoch: link.epoch, number, cid: link.cid };
  const header = concat(encodePrefix(prefix), ratchetPk, u32(chainStart));
  const ciphertext = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    padded,
    additionalData(header, link.th, peerSender(link)),
    null,
    messageKey.subarray(MESSAGE_KEY_BYTES),
    messageKey.subarray(0, MESSAGE_KEY_BYTES),
  );
  padded.fill(0);
  messageKey.fill(0);
  return { link: { ...link, nextNumber: number + 1, ratchet }, frame: concat(header, ciphertext) };
};

export interface OpenedFrame {
  readonly link: LinkState;
  readonly plaintext: Uint8Array;
  readonly number: number;
}

/** Either the plaintext, exactly once, with the link after it; or an error, and the link given stays the one to use. */
export const open = (sodium: Sodium, link: LinkState, frame: Uint8Array): Result<OpenedFrame, FrameError> => {
  const prefix = decodePrefix(frame);
  if (!prefix.ok) return prefix;
  const wrong = envelopeError(prefix.value, {
    type: FRAME_TYPE.message,
    sender: peerSender(link),
    cid: link.cid,
    minimumEpoch: link.epoch,
    maximumEpoch: link.epoch,
  });
  if (wrong) return err(wrong);
  if (!isPaddedSize(frame.length - HEADER_BYTES - TAG_BYTES)) return err('malformed-frame');

  const header = frame.slice(0, HEADER_BYTES);
  const reader = new Reader(header.subarray(PREFIX_BYTES));
  const ratchetPk = reader.take(32);
  const chainStart = reader.u32();
  const { number } = prefix.value;
  const samePeerKey = equalBytes(ratchetPk, link.ratchet.peer);
  const incoming = nextIncoming(sodium, link.ratchet, { number, chainStart, ratchetPk, samePeerKey });
  if (!incoming.ok) return incoming;

  const { ratchet, messageKey } = incoming.value;
  let padded: Uint8Array;
  try {
    padded = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      frame.subarray(HEADER_BYTES),
      additionalData(header, link.th, ownSender(link)),
      messageKey.subarray(MESSAGE_KEY_BYTES),
      messageKey.subarray(0, MESSAGE_KEY_BYTES),
    );
  } catch {
    return err('forged-frame');
  }
  const plaintext = unpad(sodium, padded);
  padded.fill(0);
  if (!plaintext) return err('malformed-frame');
  return ok({ link: { ...link, ratchet }, plaintext, number });
};

/**
 * Overwrites the secrets of a link and of every link value that it came from or led to, as they share them. What the
 * engine copied stays until the worker is terminated: that is the wipe to rely on.
 */
export const wipe = (link: LinkState): void => {
  const { rootKey, own, sending, receiving, skipped } = link.ratchet;
  for (const secret of [rootKey, own.privateKey, sending?.key, receiving?.key, ...skipped.values()]) {
    secret?.fill(0);
  }
};
