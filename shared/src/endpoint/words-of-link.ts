/** The six words of the link in use; the list is fetched when the first link is secure. */
export class WordsOfLink {
  #th: Uint8Array | null = null;
  #words: readonly string[] = [];
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  of(th: Uint8Array | null): readonly string[] {
    if (th !== this.#th) {
      this.#th = th;
      this.#words = [];
      if (th) void this.#fetch(th);
    }
    return this.#words;
  }

  async #fetch(th: Uint8Array): Promise<void> {
    try {
      const { sixWords } = await import('../crypto/words');
      if (this.#th !== th) return;
      this.#words = sixWords(th);
      this.#changed();
    } catch {
      // Without the list the link is no less secure; it is asked for again with the next link.
      if (this.#th === th) this.#words = [];
    }
  }
}
