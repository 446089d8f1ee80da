import type { DeskHole } from '@haven/shared/protocol/board';
import type { Instant } from '@haven/shared/units';
import { clockTime, shortDayAndTime } from '../../ui/clock-time';
import { useConsole } from '../../ui/console-context';

const isSameDay = (one: Instant, other: Instant): boolean =>
  new Date(one).toDateString() === new Date(other).toDateString();

/** When a hole is, without the name of its desk: as short as the day allows. */
export const useHoleWords = () => {
  const { t, language } = useConsole();
  const at = (instant: Instant, now: Instant) =>
    (isSameDay(instant, now) ? clockTime : shortDayAndTime)(instant, language);
  return ({ from, until }: DeskHole, now: Instant): string =>
    from <= now
      ? t('roster.near.now', { until: at(until, now) })
      : t('roster.near', { from: at(from, now), until: at(until, now) });
};
