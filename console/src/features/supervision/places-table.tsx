import type { Board } from '@haven/shared/protocol/board';
import { TIMING } from '@haven/shared/protocol/limits';
import { memo, useId } from 'react';
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
  const id = useId();
  return (
    <section className={styles['frame']} aria-labelledby={id}>
      <h2 id={id} className={styles['title']}>
        {title}
      </h2>
      <div role="table" aria-labelledby={id} className={styles['places']}>
        <div role="rowgroup" className={styles['head']}>
          <div role="row" className={styles['row']}>
            <div role="columnheader">{t('board.place')}</div>
            <div role="columnheader" className={styles['number']}>
              {t('board.waiting')}
            </div>
            <div role="columnheader" className={styles['number']}>
              {t('board.longest')}
            </div>
            <div role="columnheader">{t('board.reach')}</div>
            <div role="columnheader" className={styles['number']}>
              {t('board.served')}
            </div>
            <div role="columnheader" className={styles['number']}>
              {t('board.free')}
            </div>
            <div role="columnheader" className={styles['number']}>
              {t('board.soon')}
            </div>
            <div role="columnheader" className={styles['number']}>
              {t('board.turned-away')}
            </div>
            <div role="columnheader">{t('board.state')}</div>
          </div>
        </div>
        <div role="rowgroup">
          {rows.map(({ id, name, isHole, load }) => (
            <PlaceRow key={id} name={name} isHole={isHole} load={load} />
          ))}
        </div>
      </div>
    </section>
  );
};

/** Drawn again when something of this place changed. */
const PlaceRow = memo(({ name, isHole, load: row }: Place) => {
  const { t } = useConsole();
  const share = soonShare(row.today);
  return (
    <div role="row" className={classes(styles['row'], row.waiting > row.free && styles['hot'])}>
      <div role="rowheader">{name}</div>
      <div role="cell" data-label={t('board.waiting')} className={styles['number']}>
        {row.waiting}
      </div>
      <div role="cell" data-label={t('board.longest')} className={styles['number']}>
        {row.waitingSince === null ? '–' : <Waiting since={row.waitingSince} />}
      </div>
      <div role="cell" data-label={t('board.reach')}>
        {row.reach === null ? '–' : t(`board.reach.${row.reach}`)}
      </div>
      <div role="cell" data-label={t('board.served')} className={styles['number']}>
        {row.served}
      </div>
      <div role="cell" data-label={t('board.free')} className={styles['number']}>
        {row.free}
      </div>
      <div role="cell" data-label={t('board.soon')} className={styles['number']}>
        {share === null ? '–' : `${share}%`}
      </div>
      <div role="cell" data-label={t('board.turned-away')} className={styles['number']}>
        {row.today.turnedAway}
      </div>
      <div role="cell" data-label={t('board.state')} className={classes(isHole && styles['hole'])}>
        {stateOf(row, isHole, t)}
      </div>
    </div>
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
