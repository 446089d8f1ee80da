import { generateRoot, type Root, rootFromWords, rootToWords } from '../crypto/root';
import { type Random, type Sodium } from '../crypto/sodium';
import { err, ok, type Result } from '../result';

/** How many of the words are asked back: enough to see that they were written down, not typed through. */
const WORDS_ASKED = 4;

/** The root while it is made or used. What is here is forgotten with `wipe`, and was never anywhere else. */
export class RootCeremony {
  readonly #sodium: Sodium;
  readonly #random: Random;
  #root: Root | null = null;
  #asked: readonly number[] = [];
  #proved = false;

  constructor(sodium: Sodium, random: Random) {
    this.#sodium = sodium;
    this.#random = random;
  }

  /** The root that may be used: made here and its words asked back, or told by its words. */
  get root(): Root | null {
    return this.#proved ? this.#root : null;
  }

  /** A new root, the one before forgotten. `asked` counts words from 1. */
  make(): {
    readonly words: readonly string[];
    readonly asked: readonly number[];
    readonly publicKey: Uint8Array;
  } {
    this.wipe();
    this.#root = generateRoot(this.#sodium, this.#random);
    const words = rootToWords(this.#root);
    this.#asked = this.#someOf(words.length);
    return { words, asked: this.#asked, publicKey: this.#root.publicKey };
  }

  /** The words asked for, in the order of `asked`. */
  prove(words: readonly string[]): boolean {
    if (this.#root === null || words.length !== this.#asked.length) return false;
    const written = rootToWords(this.#root);
    this.#proved = this.#asked.every((number, index) => written[number - 1] === plain(words[index] ?? ''));
    return this.#proved;
  }

  /** From the paper: all 24 words; the numbers beside them may be typed along. */
  tell(text: string): Result<Uint8Array, 'wrong-words'> {
    this.wipe();
    const words = text.split(/[\s,.]+/).filter((word) => !/^\d*$/.test(word));
    const root = rootFromWords(this.#sodium, words);
    if (!root.ok) return err('wrong-words');
    this.#root = root.value;
    this.#proved = true;
    return ok(root.value.publicKey);
  }

  wipe(): void {
    if (this.#root !== null) this.#sodium.memzero(this.#root.seed);
    this.#root = null;
    this.#asked = [];
    this.#proved = false;
  }

  #someOf(count: number): readonly number[] {
    const numbers = new Set<number>();
    while (numbers.size < WORDS_ASKED) numbers.add(1 + ((this.#random(1)[0] ?? 0) % count));
    return [...numbers].sort((a, b) => a - b);
  }
}

const plain = (word: string): string => word.trim().toLowerCase();
