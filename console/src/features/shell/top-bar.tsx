import { Button } from '../../ui/button';
import { classes } from '../../ui/class-names';
import { useConsole, useSlice } from '../../ui/console-context';
import { Hidden } from '../../ui/hidden';
import { Icon } from '../../ui/icon';
import { ColleaguesButton } from '../colleagues/colleagues-button';
import { PageMenu } from '../pages/page-menu';
import { PresenceControl } from '../presence/presence-control';
import { QueueSummary } from '../queue/queue-summary';
import { ShiftEnd } from '../roster/shift-end';
import styles from './top-bar.module.css';

export const Mark = () => (
  <svg className={styles['mark']} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <rect className={styles['plate']} width="32" height="32" rx="8" />
    <path className={styles['harbour']} d="M8 9v14M24 9v14M8 17c4-4 12-4 16 0" />
  </svg>
);

const ConnectionState = () => {
  const { stores, t } = useConsole();
  const connection = useSlice(stores.desk, (desk) => desk.connection);
  const blind = useSlice(stores.desk, (desk) => desk.blind) && connection === 'up';
  const fails = blind || connection === 'down';
  return (
    <span className={classes(styles['connection'], fails && styles['down'])} role="status">
      {fails && <Icon name="away" />}
      {blind && t('connection.blind-short')}
      {connection === 'up' && !blind && <span className={styles['wide']}>{t('connection.up')}</span>}
      {connection === 'opening' && t('connection.opening')}
      {connection === 'down' && t('connection.down-short')}
    </span>
  );
};

export const TopBar = () => {
  const { stores, t } = useConsole();
  const organisation = useSlice(stores.desk, (desk) => desk.organisation);
  return (
    <div className={styles['bar']}>
      <h1 className={styles['name']}>
        <Mark />
        <Hidden>{t('app.name')}</Hidden>
        <span className={styles['wide']} aria-hidden="true">
          {t('app.name')}
        </span>
        {organisation !== null && <span className={styles['organisation']}>{organisation.name}</span>}
      </h1>
      <PageMenu />
      <QueueSummary />
      <ShiftEnd />
      <div className={styles['end']}>
        <ConnectionState />
        <span className={styles['keys']}>
          <ColleaguesButton />
        </span>
        <PresenceControl />
        <span className={styles['keys']}>
          <Button
            look="plain"
            size="icon"
            aria-label={t('keys.title')}
            onPress={() => stores.view.dialog({ kind: 'keys' })}
          >
            <Icon name="keys" />
          </Button>
        </span>
        <Button
          look="plain"
          size="icon"
          aria-label={t('settings.title')}
          onPress={() => stores.view.dialog({ kind: 'settings' })}
        >
          <Icon name="gear" />
        </Button>
      </div>
    </div>
  );
};
