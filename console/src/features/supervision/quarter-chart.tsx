import { memo } from 'react';
import { useConsole, useSlice } from '../../ui/console-context';
import styles from './quarter-chart.module.css';
import { hoursOf, quarterLabel } from './quarters';

const HEIGHT = 60;

type Props = {
  readonly quarters: readonly number[];
  /** null where it is not known yet. */
  readonly usual: readonly (number | null)[];
};

/** The day by quarter of an hour beside the usual: a picture, and the table behind it. */
export const QuarterChart = memo(({ quarters, usual }: Props) => {
  const { stores, t } = useConsole();
  const timeZone = useSlice(stores.desk, ({ organisation }) => organisation?.timeZone ?? 'UTC');
  const highest = Math.max(4, ...quarters, ...usual.map((mean) => mean ?? 0));
  const isKnown = usual.some((mean) => mean !== null);
  const total = quarters.reduce((sum, count) => sum + count, 0);
  return (
    <section aria-labelledby="quarters-title" className={styles['section']}>
      <h2 id="quarters-title" className={styles['heading']}>
        {t('board.quarters')}
      </h2>
      <svg
        className={styles['chart']}
        viewBox={`0 0 ${quarters.length} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('board.quarters-label', { n: total })}
      >
        {quarters.map((count, quarter) => (
          <rect
            key={quarterLabel(quarter)}
            className={styles['bar']}
            x={quarter + 0.1}
            width={0.8}
            y={HEIGHT - (count / highest) * HEIGHT}
            height={(count / highest) * HEIGHT}
          />
        ))}
        {usual.map((mean, quarter) =>
          mean === null ? null : (
            <rect
              key={`usual ${quarterLabel(quarter)}`}
              className={styles['usual']}
              x={quarter}
              width={1}
              y={HEIGHT - (mean / highest) * HEIGHT - 0.5}
              height={1}
            />
          ),
        )}
      </svg>
      <p className={styles['scale']} aria-hidden="true">
        {[0, 24, 48, 72].map((quarter) => (
          <span key={quarter}>{quarterLabel(quarter)}</span>
        ))}
        <span>24:00</span>
      </p>
      <p className={styles['scale']}>{t(isKnown ? 'board.usual-line' : 'board.usual-unknown')}</p>
      <details>
        <summary>{t('board.as-table')}</summary>
        <table className={styles['table']}>
          <caption className={styles['caption']}>{t('board.quarters-zone', { zone: timeZone })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('board.hour')}</th>
              {[':00', ':15', ':30', ':45'].map((part) => (
                <th key={part} scope="col">
                  {part}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hoursOf(quarters).map(({ label, counts, from }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {counts.map((count, index) => (
                  <td key={`${label} ${String(index)}`}>{withUsual(count, usual[from + index])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
});

/** 3 (2.5): as many came, and so many usually do. */
const withUsual = (count: number, mean: number | null | undefined): string =>
  mean === null || mean === undefined ? String(count) : `${count} (${mean.toFixed(1)})`;
