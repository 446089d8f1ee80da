import type { DeskId } from '@haven/shared/ids';
import type { DeskHole } from '@haven/shared/protocol/board';
import { memo, useEffect } from 'react';
import { Button } from '../../ui/button';
import { useConsole, useSlice } from '../../ui/console-context';
import styles from './alarms.module.css';
import { alarmName } from './board-store';
import { useAlarmWords } from './use-alarm-words';

type Props = { readonly holes: readonly DeskHole[]; readonly deskName: (id: DeskId) => string };

/** Heard once when an alarm begins, by whoever wants to hear it. */
const useAlarmSound = (): void => {
  const { attention, stores } = useConsole();
  useEffect(
    () =>
      stores.board.store.subscribe(({ alarms }, { alarms: before }) => {
        if (alarms === before) return;
        const known = new Set(before.map(alarmName));
        const { soundAlarms, volume } = stores.preferences.store.getState();
        if (soundAlarms && alarms.some((alarm) => !known.has(alarmName(alarm)))) {
          attention.sound.play('offer', volume);
        }
      }),
    [attention, stores],
  );
};

/** What is out of bounds now, by the thresholds that supervisors set. */
export const Alarms = memo(({ holes, deskName }: Props) => {
  const { attention, stores, t } = useConsole();
  const alarms = useSlice(stores.board, (state) => state.alarms);
  const words = useAlarmWords(holes);
  useAlarmSound();
  const audible = useSlice(stores.preferences, ({ soundAlarms }) => soundAlarms);
  const toggle = () => {
    attention.sound.wake();
    stores.preferences.change({ soundAlarms: !audible });
  };
  return (
    <section className={styles['section']} aria-label={t('board.alarms')}>
      <div className={styles['told']} role="alert">
        <ul className={styles['list']}>
          {alarms.map((alarm) => (
            <li key={alarmName(alarm)} className={styles['alarm']}>
              <strong>{deskName(alarm.desk)}</strong> {words(alarm)}
            </li>
          ))}
        </ul>
      </div>
      {alarms.length === 0 && <p className={styles['calm']}>{t('board.no-alarms')}</p>}
      <Button size="small" onPress={toggle}>
        {t(audible ? 'board.sound-off' : 'board.sound-on')}
      </Button>
    </section>
  );
});
