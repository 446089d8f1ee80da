import { minutes } from '@haven/shared/units';
import { useEffect } from 'react';
import { announce } from '../../ui/announcer';
import { Button } from '../../ui/button';
import { useConsole, useNow, useSlice } from '../../ui/console-context';
import { selfOf } from '../presence/staff-store';
import styles from './pause-strip.module.css';

const LONGER = 10;

/** How long the pause is meant to last, and when it is over, a word: whoever needs longer takes it. */
export const PauseStrip = () => {
  const { actions, stores, t, times } = useConsole();
  const until = useSlice(stores.pause, (pause) => pause.until);
  const presence = useSlice(stores.staff, selfOf)?.presence;
  const resting = presence === 'pause';
  // After a reload nothing is known of her at first.
  const isBack = presence !== undefined && !resting;
  const isOver = useNow() >= (until ?? Infinity);
  useEffect(() => {
    if (isBack) stores.pause.forget();
  }, [isBack, stores]);
  useEffect(() => {
    if (resting && isOver) announce(t('pause.over'));
  }, [resting, isOver, t]);
  if (!resting || until === null) return null;
  return (
    <div className={styles['strip']}>
      <span>{isOver ? t('pause.over') : t('pause.until', { time: times.clock(until) })}</span>
      {isOver && (
        <>
          <Button size="small" look="main" onPress={() => void actions.setPresence('available')}>
            {t('presence.become-available')}
          </Button>
          <Button size="small" onPress={() => stores.pause.begin(stores.clock.now() + minutes(LONGER))}>
            {t('pause.longer', { n: LONGER })}
          </Button>
        </>
      )}
    </div>
  );
};
