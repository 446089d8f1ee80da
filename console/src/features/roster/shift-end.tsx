import { useEffect } from 'react';
import { useConsole, useNow, useSlice } from '../../ui/console-context';
import { useAnswer } from './use-answer';
import styles from './shift-end.module.css';

/** Until when my shift lasts; else, when the next one begins. Nothing for whoever is on no roster. */
export const ShiftEnd = () => {
  const { stores, t, times } = useConsole();
  const isKnown = useSlice(stores.desk, ({ organisation }) => organisation !== null);
  const now = useNow();
  const { value, again } = useAnswer('roster:mine', {});
  const mine = value?.shifts ?? [];
  const current = mine.find(({ from, until }) => from <= now && now < until);
  const next = mine.find(({ from }) => from > now);
  const isOver = mine[0] !== undefined && mine[0].until <= now;
  useEffect(() => {
    // What was answered before midnight does not know what comes after the last shift in it.
    if (isOver) again();
  }, [isOver, again]);
  if (!isKnown) return null;
  if (current !== undefined) {
    return <span className={styles['shift']}>{t('shift.until', { time: times.clock(current.until) })}</span>;
  }
  return next === undefined ? null : (
    <span className={styles['next']}>{t('shift.next', { time: times.dayAndClock(next.from) })}</span>
  );
};
