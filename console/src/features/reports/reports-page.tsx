import { type Area, kindOf, type Period, type Report } from '@haven/shared/protocol/reports';
import { useEffect, useMemo, useState } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { useConsole, useSlice } from '../../ui/console-context';
import { saveFile } from '../../ui/save-file';
import { csvOf } from './csv';
import { FigureCard } from './figure-card';
import { figuresOf, sheetOf } from './figures';
import { areasOf, Filters } from './filters';
import { ForecastCard } from './forecast-card';
import { periodName } from './report-words';
import styles from './reports-page.module.css';

const usePeriods = (): readonly Period[] | null => {
  const { actions, stores } = useConsole();
  const [periods, setPeriods] = useState<readonly Period[] | null>(null);
  const connection = useSlice(stores.desk, (desk) => desk.connection);
  useEffect(() => {
    if (connection !== 'up') return;
    void actions.ask('reports:grid', {}).then((answer) => {
      if (answer.ok) setPeriods(answer.value.periods);
      else stores.notices.say('problem', noticeOf(answer.error));
    });
  }, [actions, stores, connection]);
  return periods;
};

const useReport = (period: Period | null, area: Area): Report | null => {
  const { actions, stores } = useConsole();
  const [report, setReport] = useState<Report | null>(null);
  useEffect(() => {
    if (period === null) return;
    let isShown = true;
    void actions.ask('reports:read', { period, area }).then((answer) => {
      if (!isShown) return;
      if (answer.ok) setReport(answer.value);
      else stores.notices.say('problem', noticeOf(answer.error));
    });
    return () => {
      isShown = false;
    };
  }, [actions, stores, period, area]);
  return report;
};

const ReportView = ({ report, areaName }: { readonly report: Report; readonly areaName: string }) => {
  const { stores, t, language } = useConsole();
  const organisation = useSlice(stores.desk, (desk) => desk.organisation);
  const figures = useMemo(
    () => figuresOf(report, organisation, t, language),
    [report, organisation, t, language],
  );
  const name = periodName(report.period, t, language);
  const save = () =>
    saveFile(
      `haven-${report.period}.csv`,
      'text/csv;charset=utf-8',
      csvOf(sheetOf([name, areaName], report.chats, figures, t)),
    );
  return (
    <>
      <p className={styles['headline']} role="status">
        <strong>{report.chats ?? t('reports.few')}</strong>{' '}
        {t('reports.chats-in', { period: name, area: areaName })}
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
  const { stores, t, language } = useConsole();
  const organisation = useSlice(stores.desk, (desk) => desk.organisation);
  const periods = usePeriods();
  const [chosen, setChosen] = useState<Period | null>(null);
  const [areaKey, setAreaKey] = useState('organisation');
  const areas = useMemo(() => areasOf(organisation), [organisation]);
  const area = useMemo<Area>(() => areas.get(areaKey) ?? { kind: 'organisation' }, [areas, areaKey]);
  const period = chosen ?? periods?.find((one) => kindOf(one) === 'month') ?? periods?.[0] ?? null;
  const report = useReport(period, area);
  const areaName = (): string => {
    if (area.kind === 'desk')
      return organisation?.desks.find(({ id }) => id === area.desk)?.name[language] ?? area.desk;
    if (area.kind === 'organisation') return t('reports.everybody');
    return organisation?.regions.find(({ id }) => id === area.region)?.name ?? t('chat.no-region');
  };
  return (
    <main id="page" className={styles['page']} tabIndex={-1}>
      <h2 className={styles['heading']}>{t('pages.reports')}</h2>
      {period === null ? (
        <p>{t(periods === null ? 'pages.opening' : 'reports.none')}</p>
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
          {report !== null && <ReportView report={report} areaName={areaName()} />}
          <ForecastCard area={area} />
        </>
      )}
    </main>
  );
};
