import type { RegionId } from '@haven/shared/ids';
import type { Language } from '@haven/shared/protocol/organisation';
import { type Instant, type Milliseconds, days, hours, minutes } from '@haven/shared/units';
import type { Chance } from './chance';
import { REGIONS } from './organisations';

/** One visitor, the same in every organisation that is compared. */
export type Visitor = {
  readonly name: string;
  readonly at: Instant;
  readonly region: RegionId | null;
  readonly language: Language;
  /** How long she waits before she leaves. */
  readonly patience: Milliseconds;
  readonly talk: Milliseconds;
  readonly wrapUp: Milliseconds;
  /** How long after entering her proof of work comes; null: never. Without it, it came before. */
  readonly proof?: Milliseconds | null;
};

/** Chats an hour in the whole organisation, by the hour of the day: quiet nights, a long evening. */
const BY_HOUR = [
  6, 4, 3, 2, 2, 2, 3, 5, 8, 11, 13, 14, 14, 13, 14, 14, 14, 14, 16, 17, 19, 17, 14, 9,
] as const;
/** Monday first. */
const BY_DAY = [1.1, 1.05, 1, 1, 0.95, 0.9, 1] as const;
const WEIGHTS = [3, 4, 6, 3, 2, 2] as const;
const MOST = 22;

const MEAN = { patience: minutes(8), talk: minutes(17), wrapUp: minutes(2) };

export function visitorsOf(chance: Chance, start: Instant, weeks: number): readonly Visitor[] {
  const visitors: Visitor[] = [];
  const regions = REGIONS.flatMap((region, index) => Array<RegionId>(WEIGHTS[index] ?? 1).fill(region));
  // Thinning: arrivals at the highest rate, of which the curve keeps some.
  for (let at = start; ; ) {
    at += chance.about(hours(1) / MOST);
    const since = Math.floor(at) - start;
    if (since >= days(7) * weeks) return visitors;
    const hour = Math.floor(since / hours(1)) % 24;
    const day = Math.floor(since / days(1)) % 7;
    const rate = (BY_HOUR[hour] ?? 0) * (BY_DAY[day] ?? 1);
    if (!chance.once(rate / MOST)) continue;
    visitors.push({
      name: `v${visitors.length}`,
      at: Math.floor(at),
      region: chance.once(0.1) ? null : chance.oneOf(regions),
      language: chance.once(0.1) ? 'en' : 'nl',
      patience: minutes(1) + chance.about(MEAN.patience),
      talk: chance.roughly(MEAN.talk),
      wrapUp: chance.roughly(MEAN.wrapUp),
    });
  }
}
