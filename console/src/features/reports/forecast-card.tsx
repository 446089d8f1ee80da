import type { Area, Forecast } from '@haven/shared/protocol/reports';
import { useState } from 'react';
import { useConsole } from '../../ui/console-context';
import { Choose } from '../../ui/choose';
import { weekdayName } from '../../ui/times';
import { useAsked } from '../../ui/use-asked';
import styles from './reports-page.module.css';

const AT_ONCE = [1, 2, 3, 4] as const;

const shadeOf = (counsellors: number, most: number): string | undefined =>
  counsellors === 0 ? undefined : styles[`shade${Math.min(4, Math.ceil((4 * counsellors) / most))}`];

const Hours = ({ days }: { readonly days: Forecast['days'] }) => {
  const { t, language } = useConsole();
  const most = Math.max(1, ...days.flat().map(({ counsellors }) => counsellors));
  return (
    <table className={styles['hours']}>
      <thead>
        <tr>
          <th scope="col">{t('forecast.hour')}</th>
          {days.map((_, weekday) => (
            <th key={weekdayName(weekday + 1, language)} scope="col">
              {weekdayName(weekday + 1, language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days[0]?.map((_, hour) => (
          <tr key={`${hour}`}>
            <th scope="row">
              {hour}–{hour + 1}
            </th>
            {days.map((hours, weekday) => {
              const counsellors = hours[hour]?.counsellors ?? 0;
              return (
                <td key={weekdayName(weekday + 1, language)} className={shadeOf(counsellors, most)}>
                  {counsellors}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** How many counsellors each hour of the week needs, as busy as it has been. */
export const ForecastCard = ({ area }: { readonly area: Area }) => {
  const { t } = useConsole();
  const [atOnce, setAtOnce] = useState(2);
  const { value: forecast, isOld } = useAsked('reports:forecast', { area, atOnce });
  if (forecast === null || forecast.weeks === 0) return null;
  const { weeks, minutes, patience, days } = forecast;
  return (
    <section className={styles['forecast']} aria-labelledby="forecast-title">
      <h2 id="forecast-title" className={styles['title']}>
        {t('forecast.title')}
      </h2>
      {!isOld && <p>{t('forecast.explain', { weeks, minutes, patience })}</p>}
      <Choose
        label={t('forecast.at-once')}
        value={String(atOnce)}
        onChoose={(chosen) => setAtOnce(Number(chosen))}
      >
        {AT_ONCE.map((n) => (
          <option key={n} value={n}>
            {n}
          </option>
        ))}
      </Choose>
      {/* Of another desk, it would be taken for this one's. */}
      {isOld ? <p role="status">{t('pages.opening')}</p> : <Hours days={days} />}
    </section>
  );
};
