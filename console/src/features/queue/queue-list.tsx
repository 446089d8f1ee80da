import { GridList } from 'react-aria-components/GridList';
import { sightOf } from '../../state/desk-store';
import { classes } from '../../ui/class-names';
import { useConsole, useSlice } from '../../ui/console-context';
import { FOCUS } from '../../ui/focus-marks';
import styles from './queue-list.module.css';
import { QueueRow } from './queue-row';

/**
 * Who waits behind these is said as a number. The queue is first in, first out, so nobody takes the sixty-first
 * before the others, and a long list would cost every screen reader its patience.
 */
const SHOWN = 60;

const EMPTY = {
  opening: 'connection.opening',
  blind: 'connection.blind-short',
  clear: 'queue.empty',
} as const;

export const QueueList = () => {
  const { stores, t } = useConsole();
  const ordered = useSlice(stores.queue, (queue) => queue.ordered);
  const sight = useSlice(stores.desk, sightOf);
  const shown = ordered.slice(0, SHOWN);
  const more = ordered.length - shown.length;
  return (
    <section className={styles['section']} aria-labelledby="queue-title">
      <h2 id="queue-title" className={styles['heading']}>
        <span>{t('queue.title')}</span>
        <span>{ordered.length > 0 && ordered.length}</span>
      </h2>
      {ordered.length === 0 ? (
        <p className={styles['quiet']} {...FOCUS.queue} tabIndex={-1}>
          {t(EMPTY[sight])}
        </p>
      ) : (
        <GridList
          aria-labelledby="queue-title"
          className={classes(styles['list'])}
          keyboardNavigationBehavior="arrow"
          {...FOCUS.queue}
        >
          {shown.map((item, index) => (
            <QueueRow key={item.chat} item={item} place={index + 1} />
          ))}
        </GridList>
      )}
      {more > 0 && <p className={styles['quiet']}>{t('queue.more', { n: more })}</p>}
    </section>
  );
};
