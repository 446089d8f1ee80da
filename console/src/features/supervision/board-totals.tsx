import type { Board } from '@haven/shared/protocol/board';
import { useConsole, useNow } from '../../ui/console-context';
import { formatWait } from '../../ui/duration';
import { figuresOf, soonShare } from './board-figures';
import styles from './board-totals.module.css';

/** The house in a few large numbers. */
export const BoardTotals = ({ board }: { readonly board: Board }) => {
  const { t } = useConsole();
  const now = useNow();
  const { waiting, waitingSince, served, free, today } = figuresOf(board);
  const share = soonShare(today);
  const figures = [
    { name: t('board.waiting'), value: String(waiting), isHot: waiting > free },
    {
      name: t('board.longest'),
      value: waitingSince === null ? '–' : formatWait(now - waitingSince),
      isHot: false,
    },
    { name: t('board.served'), value: String(served), isHot: false },
    { name: t('board.free'), value: String(free), isHot: free === 0 },
    { name: t('board.soon'), value: share === null ? '–' : `${share}%`, isHot: false },
    { name: t('board.abandoned'), value: String(today.abandoned), isHot: false },
    { name: t('board.turned-away'), value: String(today.turnedAway), isHot: false },
  ];
  return (
    <dl className={styles['totals']}>
      {figures.map(({ name, value, isHot }) => (
        <div key={name} className={styles['figure']} data-hot={isHot}>
          <dt className={styles['name']}>{name}</dt>
          <dd className={styles['value']}>{value}</dd>
        </div>
      ))}
    </dl>
  );
};
