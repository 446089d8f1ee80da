import type { DeskHole } from '@haven/shared/protocol/board';
import type { Instant } from '@haven/shared/units';
import { useConsole, useSlice } from '../../ui/console-context';

/** When a hole is, without the name of its desk: as short as the day allows; and where its chats come to now. */
export const useHoleWords = (holes: readonly DeskHole[]) => {
  const { stores, t, times } = useConsole();
  const general = useSlice(stores.desk, ({ organisation }) => organisation?.generalDesk);
  return ({ desk, from, until }: DeskHole, now: Instant): string => {
    if (from > now) {
      return t('roster.near', { from: times.clockNear(from, now), until: times.clockNear(until, now) });
    }
    const isCovered = !holes.some((each) => each.desk === general && each.from <= now && now < each.until);
    const falls = isCovered ? t('roster.near.falls') : desk === general ? '' : t('roster.near.falls-nowhere');
    return `${t('roster.near.now', { until: times.clockNear(until, now) })} ${falls}`.trimEnd();
  };
};
