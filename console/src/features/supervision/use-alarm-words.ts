import type { Alarm } from '@haven/shared/board/alarms';
import type { DeskHole } from '@haven/shared/protocol/board';
import { useConsole, useSlice } from '../../ui/console-context';
import { useHoleWords } from '../roster/hole-words';

const MINUTE = 60_000;

/** What an alarm says after the name of its desk; of a hole, when it is. */
export const useAlarmWords = (holes: readonly DeskHole[]): ((alarm: Alarm) => string) => {
  const { stores, t } = useConsole();
  const minute = useSlice(stores.clock, ({ now }) => Math.floor(now / MINUTE) * MINUTE);
  const sayHole = useHoleWords(holes);
  return ({ kind, desk }) => {
    const hole = holes.find((each) => each.desk === desk && each.until > minute);
    return kind === 'roster-hole' && hole ? sayHole(hole, minute) : t(`board.alarm.${kind}`);
  };
};
