import { err, ok, type Result } from '../result';
import { concat } from './bytes';
import type { FrameError } from './errors';
import { TAG, tagged } from './hash';
import type { Random, Sodium } from './sodium';

/** Frames that may be missing below the highest one opened: bounds memory and the work a forged frame can cause. */
export const MAX_SKIPPED = 64;
export const MESSAGE_KEY_BYTES = 32;
const NONCE_BYTES = 24;
const KEY_BYTES = 32;
/** Exactly eight characters, as crypto_kdf asks. */
const CHAIN_CONTEXT = 'hvnchain';
const NEXT_CHAIN_KEY = 1;
const MESSAGE_KEY = 2;

export interface KeyPair {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

interface Chain {
  readonly key: Uint8Array;
  /** Number of the first frame of this chain. */
  readonly start: number;
  /** Number of the frame that `key` is for. */
  readonly next: number;
}

/** The Double Ratchet of one end. Never changed in place: each step returns the ratchet after it. */
export interface Ratchet {
  readonly rootKey: Uint8Array;
  readonly own: KeyPair;
  readonly peer: Uint8Array;
  /** Undefined: the peer had the last turn, so a DH step comes before the next frame. */
  readonly sending: Chain | undefined;
  /** Undefined: nothing has arrived yet. */
  readonly receiving: Chain | undefined;
  /** Message key and nonce of frames that were passed over, by frame number. */
  readonly skipped: ReadonlyMap<number, Uint8Array>;
}

export const ratchetKeyPair = (sodium: Sodium, random: Random): KeyPair => {
  const privateKey = random(KEY_BYTES);
  return { privateKey, publicKey: sodium.crypto_scalarmult_base(privateKey) };
};

interface Step {
  readonly rootKey: Uint8Array;
  readonly chainKey: Uint8Array;
}

const rootStep = (
  sodium: Sodium,
  rootKey: Uint8Array,
  own: Uint8Array,
  peer: Uint8Array,
): Step | undefined => {
  let shared: Uint8Array;
  try {
    // libsodium refuses an all-zero result, which a peer key of small order would force.
    shared = sodium.crypto_scalarmult(own, peer);
  } catch {
    return undefined;
  }
  const both = sodium.crypto_generichash(2 * KEY_BYTES, concat(shared, tagged(TAG.rootStep)), rootKey);
  return { rootKey: both.slice(0, KEY_BYTES), chainKey: both.slice(KEY_BYTES) };
};

const chainStep = (
  sodium: Sodium,
  chain: Chain,
): { readonly messageKey: Uint8Array; readonly chain: Chain } => ({
  messageKey: sodium.crypto_kdf_derive_from_key(
    MESSAGE_KEY_BYTES + NONCE_BYTES,
    MESSAGE_KEY,
    CHAIN_CONTEXT,
    chain.key,
  ),
  chain: {
    key: sodium.crypto_kdf_derive_from_key(KEY_BYTES, NEXT_CHAIN_KEY, CHAIN_CONTEXT, chain.key),
    start: chain.start,
    next: chain.next + 1,
  },
});

/** The visitor's end has the first turn: its accept carried `own`, the offer carried `peer`. */
export const visitorRatchet = (
  sodium: Sodium,
  rootKey: Uint8Array,
  own: KeyPair,
  peer: Uint8Array,
): Result<Ratchet, 'weak-key'> => {
  const step = rootStep(sodium, rootKey, own.privateKey, peer);
  if (!step) return err('weak-key');
  return ok({
    rootKey: step.rootKey,
    own,
    peer,
    sending: { key: step.chainKey, start: 1, next: 1 },
    receiving: undefined,
    skipped: new Map(),
  });
};

export const staffRatchet = (
  sodium: Sodium,
  rootKey: Uint8Array,
  own: KeyPair,
  peer: Uint8Array,
): Result<Ratchet, 'weak-key'> => {
  const step = rootStep(sodium, rootKey, own.privateKey, peer);
  if (!step) return err('weak-key');
  return ok({
    rootKey: step.rootKey,
    own,
    peer,
    sending: undefined,
    receiving: { key: step.chainKey, start: 1, next: 1 },
    skipped: new Map(),
  });
};

export interface Outgoing {
  readonly ratchet: Ratchet;
  readonly ratchetPk: Uint8Array;
  readonly chainStart: number;
  readonly messageKey: Uint8Array;
}

/** The key of the next frame, after a DH step when the peer had the last turn. */
export const nextOutgoing = (sodium: Sodium, ratchet: Ratchet, number: number, random: Random): Outgoing => {
  let { rootKey, own, sending } = ratchet;
  if (!sending) {
    own = ratchetKeyPair(sodium, random);
    const step = rootStep(sodium, rootKey, own.privateKey, ratchet.peer);
    // The peer's key already gave a result other than zero with a key of ours, so it is not of small order.
    if (!step) throw new Error('A ratchet key that was accepted turned out weak.');
    rootKey = step.rootKey;
    sending = { key: step.chainKey, start: number, next: number };
  }
  const { messageKey, chain } = chainStep(sodium, sending);
  return {
    ratchet: { ...ratchet, rootKey, own, sending: chain },
    ratchetPk: own.publicKey,
    chainStart: chain.start,
    messageKey,
  };
};

export interface Incoming {
  /** The ratchet to keep if the frame turns out authentic, and to drop otherwise. */
  readonly ratchet: Ratchet;
  readonly messageKey: Uint8Array;
}

/** Walks a chain up to `number`, leaving the keys of the frames before it in `skipped`. */
const skipTo = (sodium: Sodium, from: Chain, number: number, skipped: Map<number, Uint8Array>): Chain => {
  let chain = from;
  while (chain.next < number) {
    const step = chainStep(sodium, chain);
    skipped.set(chain.next, step.messageKey);
    chain = step.chain;
  }
  return chain;
};

/** The key of a frame by what its header says; nothing is trusted until that key has opened it. */
export const nextIncoming = (
  sodium: Sodium,
  ratchet: Ratchet,
  header: {
    readonly number: number;
    readonly chainStart: number;
    readonly ratchetPk: Uint8Array;
    readonly samePeerKey: boolean;
  },
): Result<Incoming, FrameError> => {
  const { number, chainStart } = header;
  const kept = ratchet.skipped.get(number);
  if (kept) {
    const skipped = new Map(ratchet.skipped);
    skipped.delete(number);
    return ok({ ratchet: { ...ratchet, skipped }, messageKey: kept });
  }
  const next = ratchet.receiving?.next ?? 1;
  if (number < next) return err('duplicate-frame');
  if (number - next + ratchet.skipped.size > MAX_SKIPPED) return err('too-far-ahead');
  const skipped = new Map(ratchet.skipped);

  if (header.samePeerKey) {
    if (ratchet.receiving?.start !== chainStart) return err('forged-frame');
    const { messageKey, chain } = chainStep(sodium, skipTo(sodium, ratchet.receiving, number, skipped));
    return ok({ ratchet: { ...ratchet, receiving: chain, skipped }, messageKey });
  }

  // The peer takes a step only after a frame of ours under our newest key, so none can come while a step is ours.
  if (!ratchet.sending) return err('forged-frame');
  if (chainStart < next || number < chainStart || (!ratchet.receiving && chainStart > 1))
    return err('forged-frame');
  if (ratchet.receiving) skipTo(sodium, ratchet.receiving, chainStart, skipped);
  const step = rootStep(sodium, ratchet.rootKey, ratchet.own.privateKey, header.ratchetPk);
  if (!step) return err('weak-key');
  const fresh: Chain = { key: step.chainKey, start: chainStart, next: chainStart };
  const { messageKey, chain } = chainStep(sodium, skipTo(sodium, fresh, number, skipped));
  return ok({
    ratchet: {
      rootKey: step.rootKey,
      own: ratchet.own,
      peer: header.ratchetPk,
      sending: undefined,
      receiving: chain,
      skipped,
    },
    messageKey,
  });
};
