import type { Instant } from '@haven/shared/units';

type Act = () => Promise<unknown>;

/** What is to happen when, in the order of its times and, at one time, of its being written. A binary heap. */
export type Diary = {
  readonly add: (at: Instant, act: Act) => void;
  /** When the next thing happens. */
  readonly next: () => Instant | null;
  /** Takes out what is to happen up to this moment. */
  readonly upTo: (now: Instant) => readonly Act[];
};

type Entry = { readonly at: Instant; readonly number: number; readonly act: Act };

const before = (one: Entry, other: Entry) => one.at - other.at || one.number - other.number;

export function createDiary(): Diary {
  const heap: Entry[] = [];
  let written = 0;

  const swap = (one: number, other: number) => {
    const [a, b] = [heap[one], heap[other]];
    if (a && b) [heap[one], heap[other]] = [b, a];
  };
  const isBefore = (one: number, other: number) => {
    const [a, b] = [heap[one], heap[other]];
    return a !== undefined && b !== undefined && before(a, b) < 0;
  };
  function rise(at: number): void {
    for (let place = at; place > 0; ) {
      const parent = (place - 1) >> 1;
      if (!isBefore(place, parent)) return;
      swap(place, parent);
      place = parent;
    }
  }
  function sink(at: number): void {
    for (let place = at; ; ) {
      const [left, right] = [2 * place + 1, 2 * place + 2];
      const least = [left, right].reduce((best, child) => (isBefore(child, best) ? child : best), place);
      if (least === place) return;
      swap(place, least);
      place = least;
    }
  }

  return {
    add: (at, act) => {
      heap.push({ at, number: written, act });
      written += 1;
      rise(heap.length - 1);
    },
    next: () => heap[0]?.at ?? null,
    upTo: (now) => {
      const acts: Act[] = [];
      for (let first = heap[0]; first && first.at <= now; first = heap[0]) {
        acts.push(first.act);
        const last = heap.pop();
        if (last && last !== first) heap[0] = last;
        sink(0);
      }
      return acts;
    },
  };
}
