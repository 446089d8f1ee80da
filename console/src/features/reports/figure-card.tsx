import { useConsole } from '../../ui/console-context';
import styles from './reports-page.module.css';
import type { Figure } from './figures';

const WIDTH = 100;
/** Fewer are not shown. */
const LEAST = 5;

/** A picture first, its table behind it. Every bar has its name and number beside it. */
export const FigureCard = ({ figure }: { readonly figure: Figure }) => {
  const { t } = useConsole();
  const { id, title, rows } = figure;
  const most = Math.max(1, ...rows.map(({ count }) => count ?? 0));
  const words = (count: number | null) => (count === null ? t('reports.few') : String(count));
  return (
    <figure className={styles['card']} aria-labelledby={`figure-${id}`}>
      <figcaption id={`figure-${id}`} className={styles['title']}>
        {title}
      </figcaption>
      <div className={styles['bars']} aria-hidden="true">
        {rows.map(({ name, count }) => (
          <div key={name} className={styles['bar']}>
            <span className={styles['name']}>{name}</span>
            <svg className={styles['track']} viewBox={`0 0 ${WIDTH} 10`} preserveAspectRatio="none">
              <rect className={styles['ground']} width={WIDTH} height="10" />
              <rect className={styles['fill']} width={(WIDTH * (count ?? 0)) / most} height="10" />
            </svg>
            <span className={count === null ? styles['few'] : styles['number']}>{count ?? `< ${LEAST}`}</span>
          </div>
        ))}
      </div>
      <details className={styles['details']}>
        <summary>{t('reports.as-table')}</summary>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{title}</th>
              <th scope="col">{t('reports.chats')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, count }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{words(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
};
