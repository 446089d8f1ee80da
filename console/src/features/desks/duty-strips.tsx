import type { DeskId } from '@haven/shared/ids';
import { classes } from '../../ui/class-names';
import { useConsole, useNow, useSlice } from '../../ui/console-context';
import { selfOf } from '../presence/staff-store';
import styles from '../shell/shell.module.css';
import { alertAt } from './desks-store';

const useDeskName = () => {
  const { stores, language } = useConsole();
  const desks = useSlice(stores.desk, ({ organisation }) => organisation?.desks);
  return (id: DeskId) => desks?.find((desk) => desk.id === id)?.name[language] ?? id;
};

/** The last minutes of a shift: nothing is offered any more, and what goes on is handed over warmly. */
const ShiftEnding = () => {
  const { stores, t, times } = useConsole();
  const self = useSlice(stores.staff, selfOf);
  if (self === null) return null;
  const { duty, chats } = self;
  const time = duty.until === null ? '' : times.clock(duty.until);
  if (duty.kind === 'off' && chats > 0) {
    return <p className={styles['strip']}>{t('duty.over', { chats })}</p>;
  }
  return duty.ending ? <p className={styles['strip']}>{t('duty.ending', { time, chats })}</p> : null;
};

/** The standby is called, and whoever supervises sees that they are. */
const StandbyCalled = () => {
  const { stores, t } = useConsole();
  const self = useSlice(stores.staff, selfOf);
  const desks = useSlice(stores.desks, (state) => state);
  const nameOf = useDeskName();
  const now = useNow();
  const alert = alertAt(desks, now);
  if (alert === null || self === null) return null;
  if (self.duty.kind !== 'standby' && self.role !== 'supervisor') return null;
  const wait = alert.longest < 60_000 ? 0 : Math.round(alert.longest / 60_000);
  return (
    <p className={classes(styles['strip'], styles['problem'])} role="alert">
      {t('duty.alert', { desk: nameOf(alert.desk), waiting: alert.waiting, wait })}
    </p>
  );
};

export const DutyStrips = () => (
  <>
    <StandbyCalled />
    <ShiftEnding />
  </>
);
