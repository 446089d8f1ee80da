/**
 * Reads a binary structure front to back. Running out is remembered instead of thrown, and every later read is
 * empty, so a decoder can be written straight down and asks once at its end.
 */
export class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #short = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** A copy of the next bytes, empty once the structure has run out. */
  take(length: number): Uint8Array {
    if (this.#short || length > this.#bytes.length - this.#at) {
      this.#short = true;
      return new Uint8Array(0);
    }
    this.#at += length;
    return this.#bytes.slice(this.#at - length, this.#at);
  }

  u8(): number {
    return this.take(1)[0] ?? 0;
  }

  u32(): number {
    return this.take(4).reduce((value, byte) => value * 256 + byte, 0);
  }

  /** More than 2^53 − 1 counts as running out: such a number could not be held exactly. */
  u64(): number {
    const value = this.u32() * 0x1_0000_0000 + this.u32();
    if (!Number.isSafeInteger(value)) this.#short = true;
    return value;
  }

  /** A length-prefixed part. */
  lp(): Uint8Array {
    return this.take(this.u32());
  }

  /** True when everything asked for was there and nothing is left over. */
  get complete(): boolean {
    return !this.#short && this.#at === this.#bytes.length;
  }
}
