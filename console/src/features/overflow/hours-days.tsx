import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { useRowFocus } from '../../ui/use-row-focus';
import { type HoursDraft, periodsOf } from './hours-text';
import styles from './overflow.module.css';

type HoursDaysProps = {
  readonly days: HoursDraft['days'];
  readonly onDays: (days: HoursDraft['days']) => void;
};

/** Holidays and other days that differ from their day of the week. */
export const HoursDays = ({ days, onDays }: HoursDaysProps) => {
  const { t } = useConsole();
  const { list, adders, removing } = useRowFocus<HTMLDivElement, HTMLDivElement>(days.length);
  const change = (at: number, more: Partial<HoursDraft['days'][number]>) =>
    onDays(days.map((day, index) => (index === at ? { ...day, ...more } : day)));
  return (
    <fieldset className={styles['form']}>
      <legend>{t('hours.days')}</legend>
      <div ref={list} className={styles['days']}>
        {days.map(({ date, text }, index) => (
          <div key={index} className={styles['line']}>
            <input
              type="date"
              className={styles['field']}
              aria-label={t('hours.date')}
              value={date}
              onChange={(event) => change(index, { date: event.target.value })}
            />
            <input
              className={styles['field']}
              aria-label={t('hours.times')}
              aria-invalid={periodsOf(text) === null}
              placeholder={t('hours.closed')}
              value={text}
              onChange={(event) => change(index, { text: event.target.value })}
            />
            <Button
              size="small"
              aria-label={t('hours.remove-day', { date })}
              onPress={() => {
                removing(index);
                onDays(days.filter((_, at) => at !== index));
              }}
            >
              {t('overflow.remove-short')}
            </Button>
          </div>
        ))}
      </div>
      <div ref={adders}>
        <Button size="small" onPress={() => onDays([...days, { date: '', text: '' }])}>
          {t('hours.add-day')}
        </Button>
      </div>
    </fieldset>
  );
};
