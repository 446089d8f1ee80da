import { type Instant, minutes } from '@haven/shared/units';

/** More than this in a minute on one node is no ordinary minute of a helpline. */
const FLOOD = 30;
const WINDOW = minutes(1);

/** Counts entries, to tell an ordinary minute from a flood. */
export type Arrivals = {
  readonly note: () => void;
  readonly isFlood: () => boolean;
};

export function createArrivals(now: () => Instant): Arrivals {
  let times: Instant[] = [];
  const recent = () => {
    const from = now() - WINDOW;
    if ((times[0] ?? from) < from) times = times.filter((time) => time >= from);
    return times.length;
  };
  return {
    note: () => {
      if (recent() <= FLOOD) times.push(now());
    },
    isFlood: () => recent() > FLOOD,
  };
}
