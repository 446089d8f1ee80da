import type { Shift } from '@haven/shared/roster/roster';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { useConsole, useNow } from '../../ui/console-context';
import { selfOf } from '../presence/staff-store';
import { useSlice } from '../../ui/console-context';
import styles from './roster-page.module.css';
import { SwapDialog } from './swap-dialog';
import { SwapList } from './swap-list';
import { useAnswer } from './use-answer';
import { useNames } from './use-roster';

/** My shifts of the published roster, and what I and others ask to swap. */
export const MyShifts = ({ timeZone }: { readonly timeZone: string }) => {
  const { stores, t, times: time } = useConsole();
  const now = useNow();
  const names = useNames([]);
  const self = useSlice(stores.staff, selfOf);
  const { value } = useAnswer('roster:mine', {});
  const [swapped, setSwapped] = useState<Shift | null>(null);
  const shifts = value?.shifts ?? [];
  return (
    <div className={styles['columns']}>
      <section aria-labelledby="my-shifts">
        <h3 id="my-shifts">{t('mine.title')}</h3>
        {value !== null && shifts.length === 0 && <p>{t('mine.none')}</p>}
        <ul className={styles['lines']}>
          {shifts.map((each) => (
            <li key={each.id} className={styles['line']}>
              <span>
                <strong>{time.span(each)}</strong>
                {each.from <= now && ` · ${t('mine.now')}`}
                <span className={styles['small']}>
                  {' '}
                  {t(`roster.kind.${each.kind}`)} ·{' '}
                  {names.isEverywhere(each.regions)
                    ? t('patterns.all-regions')
                    : [...each.regions, ...(each.general ? [null] : [])].map(names.region).join(', ')}
                </span>
              </span>
              {each.from > now && self?.role !== 'administrator' && (
                <Button
                  size="small"
                  aria-label={t('mine.swap-label', { time: time.span(each) })}
                  onPress={() => setSwapped(each)}
                >
                  {t('mine.swap')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
      <SwapList timeZone={timeZone} time={time} />
      {swapped !== null && (
        <SwapDialog shift={swapped} timeZone={timeZone} time={time} onClose={() => setSwapped(null)} />
      )}
    </div>
  );
};
