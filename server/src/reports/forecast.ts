import type { ContactRecord } from '@haven/shared/protocol/contact-record';
import type { Forecast } from '@haven/shared/protocol/reports';
import type { Noise } from './blur';
import { serversFor } from './erlang-a';
import { weekdayOf } from './periods';

/** Answered in time, of all who come. */
const GOAL = { share: 0.9, hours: 1 / 60 };
/** Fewer chats say nothing about how long they take, how long people wait, or at what hours they come. */
const ENOUGH = 50;
const USUAL = { minutes: 25, patience: 10 };

/** The middle of each class, in minutes; of an open one, about what is in it. */
const MINUTES = {
  duration: { 'under-5': 3, 'under-15': 10, 'under-30': 22, 'under-60': 42, longer: 75 },
  wait: { 'within-1': 0.3, 'within-5': 2.5, 'within-15': 9, longer: 20 },
} as const;
/** After each chat. */
const WRAP_UP = 3;

type Given = {
  readonly records: readonly ContactRecord[];
  /** Over how many weeks they were counted. */
  readonly weeks: number;
  /** Names the weeks and the area in the cells that it is made from. */
  readonly name: string;
  readonly noise: Noise;
  /** Chats that one counsellor has at the same time. */
  readonly atOnce: number;
};

/** There is nothing to go by yet. */
export const NO_FORECAST: Forecast = { weeks: 0, minutes: 0, patience: 0, days: [] };

/**
 * How many counsellors each hour of the week needs, were it as busy as it has been. All that it is made of are blurred
 * counts, so it gives away no more than they do.
 */
export function forecastOf({ records, weeks, name, noise, atOnce }: Given): Forecast {
  const counted = (cell: string, holds: (record: ContactRecord) => boolean): number =>
    Math.max(0, records.filter(holds).length + noise(`${name}|forecast ${cell}`));
  // Of so few, the noise alone would say which hours need somebody.
  if (counted('chats', () => true) < ENOUGH) return NO_FORECAST;
  const mean = <K extends string>(
    middles: Readonly<Record<K, number>>,
    of: (record: ContactRecord) => K | null,
  ) => {
    const classes = (Object.keys(middles) as K[]).map(
      (value) => [middles[value], counted(value, (record) => of(record) === value)] as const,
    );
    const count = classes.reduce((sum, [, n]) => sum + n, 0);
    return { count, mean: classes.reduce((sum, [middle, n]) => sum + middle * n, 0) / Math.max(1, count) };
  };
  const durations = mean(MINUTES.duration, ({ duration }) => duration);
  const waits = mean(MINUTES.wait, ({ wait }) => wait);
  const left = counted('left', ({ registration }) => registration === 'unanswered');
  const minutes = (durations.count < ENOUGH ? USUAL.minutes : durations.mean) + WRAP_UP;
  // Whoever waits gives up at a rate; seen from all who came, that is the share who left by the time they waited.
  const patience =
    waits.count < ENOUGH || left < 5
      ? USUAL.patience
      : Math.min(60, Math.max(1, (waits.mean * waits.count) / left));
  const needed = new Map<number, number>();
  const counsellorsFor = (arrivals: number): number => {
    const known = needed.get(arrivals);
    if (known !== undefined) return known;
    const servers = serversFor({ arrivals, service: 60 / minutes, impatience: 60 / patience }, GOAL);
    const counsellors = Math.ceil(servers / atOnce);
    needed.set(arrivals, counsellors);
    return counsellors;
  };
  const byHour = new Map<string, number>();
  for (const { day, hour } of records) {
    const key = `${weekdayOf(day)} ${hour}`;
    byHour.set(key, (byHour.get(key) ?? 0) + 1);
  }
  return {
    weeks,
    minutes: Math.round(minutes),
    patience: Math.round(patience),
    days: Array.from({ length: 7 }, (_, weekday) =>
      Array.from({ length: 24 }, (_hour, hour) => {
        const count = byHour.get(`${weekday} ${hour}`) ?? 0;
        const arrivals = Math.max(0, count + noise(`${name}|forecast ${weekday} ${hour}`)) / weeks;
        return { arrivals: Math.round(arrivals * 10) / 10, counsellors: counsellorsFor(arrivals) };
      }),
    ),
  };
}
