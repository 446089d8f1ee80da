import type { Board } from '@haven/shared/protocol/board';
import { TIMING } from '@haven/shared/protocol/limits';
import { memo } from 'react';
import { classes } from '../../ui/class-names';
import { useConsole, useNow } from '../../ui/console-context';
import { formatWait } from '../../ui/duration';
import { soonShare } from './board-figures';
import styles from './table.module.css';

type Place = {
  readonly name: string;
  /** The roster has nobody for it at this moment. */
  readonly isHole: boolean;
  /** The same object as long as nothing of it changed. */
  readonly load: Omit<Board['desks'][number], 'desk'>;
};

type Props = {
  readonly title: string;
  readonly rows: readonly (Place & { readonly id: string })[];
};

/** Desks, or regions: what waits there and who serves it. */
export const PlacesTable = ({ title, rows }: Props) => {
  const { t } = useConsole();
  return (
    <div className={styles['frame']} role="group" aria-label={title}>
      <table className={styles['table']}>
        <caption className={styles['caption']}>{title}</caption>
        <colgroup>
          <col className={styles['name-column']} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('board.place')}</th>
            <th scope="col" className={styles['number']}>
              {t('board.waiting')}
            </th>
            <th scope="col" className={styles['number']}>
              {t('board.longest')}
            </th>
            <th scope="col">{t('board.reach')}</th>
            <th scope="col" className={styles['number']}>
              {t('board.served')}
            </th>
            <th scope="col" className={styles['number']}>
              {t('board.free')}
            </th>

            <th scope="col" className={styles['number']}>
              {t('board.soon')}
            </th>
            <th scope="col" className={styles['number']}>
              {t('board.turned-away')}
            </th>

            <th scope="col">{t('board.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, isHole, load }) => (
            <PlaceRow key={id} name={name} isHole={isHole} load={load} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** Drawn again when something of this place changed. */
const PlaceRow = memo(({ name, isHole, load: row }: Place) => {
  const { t } = useConsole();
  const share = soonShare(row.today);
  return (
    <tr className={classes(row.waiting > row.free && styles['hot'])}>
      <th scope="row">{name}</th>
      <td className={styles['number']}>{row.waiting}</td>
      <td className={styles['number']}>
        {row.waitingSince === null ? '–' : <Waiting since={row.waitingSince} />}
      </td>
      <td>{row.reach === null ? '–' : t(`board.reach.${row.reach}`)}</td>
      <td className={styles['number']}>{row.served}</td>
      <td className={styles['number']}>{row.free}</td>

      <td className={styles['number']}>{share === null ? '–' : `${share}%`}</td>
      <td className={styles['number']}>{row.today.turnedAway}</td>

      <td className={classes(isHole && styles['hole'])}>{stateOf(row, isHole, t)}</td>
    </tr>
  );
});

/** The only cell that moves with every second. */
const Waiting = ({ since }: { readonly since: number }) => {
  const wait = useNow() - since;
  return <span className={classes(wait >= TIMING.tellVisitor && styles['long'])}>{formatWait(wait)}</span>;
};

const stateOf = (row: Place['load'], isHole: boolean, t: ReturnType<typeof useConsole>['t']): string => {
  if (row.isPaused) return t('board.state.paused');
  if (isHole) return t('board.state.hole');
  if (!row.isOpen) return t('board.state.closed');
  return row.isOverflowOpen ? t('board.state.overflow') : t('board.state.open');
};
