import type { Result } from '../../result';
import type { Random } from '../sodium';
import { fromHex } from './hex';

/** Hands out what the vectors wrote down, in order; anything else asked for is a difference from them. */
export const drawing = (...written: readonly string[]): Random => {
  let draws = 0;
  return (length) => {
    const bytes = fromHex(written[draws++] ?? '');
    if (bytes.length !== length)
      throw new Error(`Draw ${draws} asks for ${length} bytes, not ${bytes.length}.`);
    return bytes;
  };
};

export const must = <T, E extends string>(result: Result<T, E>): T => {
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

export const errorOf = (result: { readonly ok: boolean; readonly error?: string }): string =>
  result.error ?? 'none';

/** The frame with the lowest bit of one byte flipped; −1 leaves it alone. */
export const flip = (frame: Uint8Array, at: number): Uint8Array =>
  frame.map((byte, index) => (index === at ? byte ^ 1 : byte));
