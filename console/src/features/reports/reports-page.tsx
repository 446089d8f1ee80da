import { type Area, kindOf, type Period, type Report } from '@haven/shared/protocol/reports';
import { useMemo, useState } from 'react';
import { Button } from '../../ui/button';
import { useConsole, useSlice } from '../../ui/console-context';
import { saveFile } from '../../ui/save-file';
import { useAsked } from '../../ui/use-asked';
import { csvOf } from './csv';
import { FigureCard } from './figure-card';
import { figuresOf, sheetOf } from './figures';
import { areasOf, Filters } from './filters';
import { ForecastCard } from './forecast-card';
import { areaName, periodName } from './report-words';
import styles from './reports-page.module.css';

/** As the report itself says whose and when it is: another may have been asked for. */
const ReportView = ({ report }: { readonly report: Report }) => {
  const { stores, t, language } = useConsole();
  const organisation = useSlice(stores.desk, (desk) => desk.organisation);
  const figures = useMemo(
    () => figuresOf(report, organisation, t, language),
    [report, organisation, t, language],
  );
  const name = periodName(report.period, t, language);
  const whose = areaName(report.area, organisation, t, language);
  const save = () =>
    saveFile(
      `haven-${report.period}.csv`,
      'text/csv;charset=utf-8',
      csvOf(sheetOf([name, whose], report.chats, figures, t), language),
    );
  return (
    <>
      <p className={styles['headline']} role="status">
        <strong>{report.chats ?? t('reports.few')}</strong>{' '}
        {t('reports.chats-in', { period: name, area: whose })}
      </p>
      <p className={styles['quiet']}>{t('reports.blurred')}</p>
      <Button onPress={save}>{t('reports.save')}</Button>
      <div className={styles['cards']}>
        {figures.map((figure) => (
          <FigureCard key={figure.id} figure={figure} />
        ))}
      </div>
    </>
  );
};

/** What became of the chats: counts, never a chat. */
export const ReportsPage = () => {
  const { stores, t } = useConsole();
  const organisation = useSlice(stores.desk, (desk) => desk.organisation);
  const periods = useAsked('reports:grid', {}).value?.periods ?? null;
  const [chosen, setChosen] = useState<Period | null>(null);
  const [areaKey, setAreaKey] = useState('organisation');
  const areas = useMemo(() => areasOf(organisation), [organisation]);
  const area = useMemo<Area>(() => areas.get(areaKey) ?? { kind: 'organisation' }, [areas, areaKey]);
  const period = chosen ?? periods?.find((one) => kindOf(one) === 'month') ?? periods?.[0] ?? null;
  const { value: report } = useAsked('reports:read', period === null ? null : { period, area });
  return (
    <main id="page" className={styles['page']} tabIndex={-1}>
      <h2 className={styles['heading']}>{t('pages.reports')}</h2>
      {period === null ? (
        <p role="status">{t(periods === null ? 'pages.opening' : 'reports.none')}</p>
      ) : (
        <>
          <Filters
            periods={periods ?? []}
            period={period}
            area={areaKey}
            organisation={organisation}
            onPeriod={setChosen}
            onArea={setAreaKey}
          />
          {report === null ? <p role="status">{t('pages.opening')}</p> : <ReportView report={report} />}
          <ForecastCard area={area} />
        </>
      )}
    </main>
  );
};
