import type { DeskHole } from '@haven/shared/protocol/board';
import type { Instant } from '@haven/shared/units';
import { useConsole } from '../../ui/console-context';

/** When a hole is, without the name of its desk: as short as the day allows. */
export const useHoleWords = () => {
  const { t, times } = useConsole();
  return ({ from, until }: DeskHole, now: Instant): string =>
    from <= now
      ? t('roster.near.now', { until: times.clockNear(until, now) })
      : t('roster.near', { from: times.clockNear(from, now), until: times.clockNear(until, now) });
};
