import type { Sodium } from './sodium';

/** Padded sizes in bytes: a frame tells its size to the relay only as one of these. */
export const PADDED_SIZES = [256, 1024, 4096, 16_384] as const;

/** One byte below the largest size: the padding marker always takes one. */
export const MAX_PLAINTEXT_BYTES = 16_383;

/** @throws RangeError beyond `MAX_PLAINTEXT_BYTES`: the caller has split or refused the content before. */
export const pad = (sodium: Sodium, plaintext: Uint8Array): Uint8Array => {
  const size = PADDED_SIZES.find((candidate) => plaintext.length < candidate);
  if (size === undefined) throw new RangeError(`A frame carries at most ${MAX_PLAINTEXT_BYTES} bytes.`);
  return sodium.pad(plaintext, size);
};

/** Undefined when the padding is none that `pad` makes, the smallest fitting size included. */
export const unpad = (sodium: Sodium, padded: Uint8Array): Uint8Array | undefined => {
  try {
    const plaintext = sodium.unpad(padded, padded.length);
    return PADDED_SIZES.find((size) => plaintext.length < size) === padded.length ? plaintext : undefined;
  } catch {
    return undefined;
  }
};

export const isPaddedSize = (length: number): boolean => PADDED_SIZES.some((size) => size === length);
