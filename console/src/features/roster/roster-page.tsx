import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { classes } from '../../ui/class-names';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { CalendarFeeds } from './calendar-feeds';
import { MyShifts } from './my-shifts';
import { Patterns } from './patterns';
import { Planner } from './planner';
import styles from './roster-page.module.css';
import { useAnswer } from './use-answer';

const TABS = ['plan', 'patterns', 'mine', 'calendar'] as const;

/** Who works when, for which regions. */
export const RosterPage = () => {
  const { t } = useConsole();
  // The zone is known with the plan; every time on the page is on the organisation's clock.
  const { value: plan, failed, again } = useAnswer('roster:plan', {});
  return (
    <main id="page" className={styles['page']} tabIndex={-1}>
      <h2 className={styles['title']}>{t('roster.title')}</h2>
      {failed && (
        <p role="alert">
          {t('roster.failed')} <Button onPress={again}>{t('roster.again')}</Button>
        </p>
      )}
      {plan === null && !failed && <p role="status">{t('roster.loading')}</p>}
      {plan !== null && (
        <Tabs className={classes(styles['whole-page'])}>
          <TabList aria-label={t('roster.tabs')} className={classes(styles['tabs'])}>
            {TABS.map((tab) => (
              <Tab key={tab} id={tab} className={classes(styles['tab'])}>
                {t(`roster.tab.${tab}`)}
              </Tab>
            ))}
          </TabList>
          <TabPanel id="plan" className={classes(styles['panel'])}>
            <Planner timeZone={plan.timeZone} />
          </TabPanel>
          <TabPanel id="patterns" className={classes(styles['panel'])}>
            <Patterns />
          </TabPanel>
          <TabPanel id="mine" className={classes(styles['panel'])}>
            <MyShifts timeZone={plan.timeZone} />
          </TabPanel>
          <TabPanel id="calendar" className={classes(styles['panel'])}>
            <CalendarFeeds />
          </TabPanel>
        </Tabs>
      )}
    </main>
  );
};
