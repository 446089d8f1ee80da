/** Puts opened frames in the order of their numbers. Opening itself refuses duplicates. */
export class Inbox<T> {
  #contiguous = 0;
  readonly #ahead = new Map<number, T>();

  /** The highest number up to which every frame was opened: what is acknowledged. */
  get contiguous(): number {
    return this.#contiguous;
  }

  /** True while a later frame waits for an earlier one. */
  get hasGap(): boolean {
    return this.#ahead.size > 0;
  }

  put(number: number, opened: T): void {
    this.#ahead.set(number, opened);
  }

  /** The next in order, once; undefined while it is missing. */
  take(): T | undefined {
    const next = this.#ahead.get(this.#contiguous + 1);
    if (next === undefined) return undefined;
    this.#contiguous += 1;
    this.#ahead.delete(this.#contiguous);
    return next;
  }

  clear(): void {
    this.#ahead.clear();
  }
}
