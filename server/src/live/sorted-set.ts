/** Members by score, then by name, as Redis sorts them. Finding a place is a binary search. */
export class SortedSet {
  readonly #order: { readonly member: string; readonly score: number }[] = [];
  readonly #scores = new Map<string, number>();

  get size(): number {
    return this.#order.length;
  }

  score(member: string): number | null {
    return this.#scores.get(member) ?? null;
  }

  /** Members before this one; null when it is not in the set. */
  rank(member: string): number | null {
    const score = this.score(member);
    return score === null ? null : this.#place(score, member);
  }

  set(member: string, score: number): void {
    this.remove(member);
    this.#order.splice(this.#place(score, member), 0, { member, score });
    this.#scores.set(member, score);
  }

  remove(member: string): void {
    const rank = this.rank(member);
    if (rank === null) return;
    this.#order.splice(rank, 1);
    this.#scores.delete(member);
  }

  page(from: number, count: number): readonly string[] {
    return this.#order.slice(from, from + count).map((entry) => entry.member);
  }

  /** The lowest members up to this score. */
  upTo(score: number, limit: number): readonly string[] {
    return this.page(0, limit).filter((member) => (this.score(member) ?? 0) <= score);
  }

  #place(score: number, member: string): number {
    let low = 0;
    let high = this.#order.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = this.#order[middle];
      if (entry && (entry.score < score || (entry.score === score && entry.member < member)))
        low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
