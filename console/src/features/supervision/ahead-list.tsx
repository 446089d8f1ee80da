import type { DeskId } from '@haven/shared/ids';
import type { DeskAhead } from '@haven/shared/protocol/board';
import { memo } from 'react';
import { classes } from '../../ui/class-names';
import { useConsole } from '../../ui/console-context';
import styles from './ahead-list.module.css';

type Props = { readonly ahead: readonly DeskAhead[]; readonly deskName: (id: DeskId) => string };

/** The roster's next hours, holes first and in red. Without a published roster there is nothing to say. */
export const AheadList = memo(({ ahead, deskName }: Props) => {
  const { t, times } = useConsole();
  if (ahead.length === 0) return null;
  const firstHole = ({ stretches }: DeskAhead) =>
    stretches.find(({ people }) => people === 0)?.from ?? Number.POSITIVE_INFINITY;
  const sorted = ahead.toSorted((one, other) => {
    const [a, b] = [firstHole(one), firstHole(other)];
    return a === b ? 0 : a - b;
  });
  return (
    <section aria-labelledby="ahead-title">
      <h2 id="ahead-title" className={styles['heading']}>
        {t('board.ahead')}
      </h2>
      <ul className={styles['desks']}>
        {sorted.map(({ desk, stretches }) => (
          <li key={desk} className={styles['desk']}>
            <span className={styles['name']}>{deskName(desk)}</span>
            <ol className={styles['stretches']}>
              {stretches.map(({ from, until, people }) => (
                <li
                  key={from}
                  className={classes(styles['stretch'], people === 0 && styles['hole'])}
                  style={{ flexGrow: until - from }}
                >
                  {times.hours({ from, until })}{' '}
                  <strong>{people === 0 ? t('board.hole') : t('board.on-duty', { n: people })}</strong>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
    </section>
  );
});
