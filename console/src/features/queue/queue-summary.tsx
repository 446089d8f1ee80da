import { TIMING } from '@haven/shared/protocol/limits';
import { may } from '@haven/shared/protocol/permissions';
import { sightOf } from '../../state/desk-store';
import { classes } from '../../ui/class-names';
import { useConsole, useNow, useSlice } from '../../ui/console-context';
import { formatWait } from '../../ui/duration';
import { selfOf } from '../presence/staff-store';
import { summarise } from './queue-order';
import styles from './queue-summary.module.css';

/** How many wait and how long the first one has: always in sight of whoever is shown the queue. */
export const QueueSummary = () => {
  const { stores, t } = useConsole();
  const now = useNow();
  const self = useSlice(stores.staff, selfOf);
  const sight = useSlice(stores.desk, sightOf);
  const { waiting, longest } = summarise(
    useSlice(stores.queue, ({ ordered }) => ordered),
    now,
  );
  if (sight !== 'clear' || (self !== null && !may(self.role, 'chat:claim'))) return null;
  return (
    <p className={classes(styles['summary'], waiting === 0 && styles['nobody'])}>
      <span className={styles['count']}>{t('queue.count', { n: waiting })}</span>
      {longest !== null && (
        <span className={classes(styles['longest'], longest >= TIMING.tellVisitor && styles['long'])}>
          {t('queue.longest', { wait: formatWait(longest) })}
        </span>
      )}
    </p>
  );
};
