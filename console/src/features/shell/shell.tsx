import { Redirect, Route, Switch } from 'wouter';
import { Announcer } from '../../ui/announcer';
import { useConsole } from '../../ui/console-context';
import { Notices } from '../../ui/notices';
import { useAttention } from '../attention/use-attention';
import { OfferStrip } from '../offer/offer-strip';
import { DESK_PATH } from '../pages/pages';
import { usePages, useToDesk } from '../pages/use-pages';
import { useShortcuts } from '../shortcuts/use-shortcuts';
import { Dialogs } from './dialogs';
import styles from './shell.module.css';
import { Strips } from './strips';
import { TopBar } from './top-bar';
import { useLeavingGuard } from './use-leaving-guard';

export const Shell = () => {
  const { t } = useConsole();
  const pages = usePages();
  useToDesk();
  useShortcuts();
  useAttention();
  useLeavingGuard();
  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#page">
        {t('app.skip')}
      </a>
      <header>
        <TopBar />
        <Strips />
      </header>
      <div aria-live="off">
        <OfferStrip />
      </div>
      <div className={styles['page']}>
        <Switch>
          {pages.map(({ path, Content }) => (
            <Route key={path} path={path}>
              <Content />
            </Route>
          ))}
          <Route>
            <Redirect to={DESK_PATH} replace />
          </Route>
        </Switch>
      </div>
      <Notices />
      <Announcer />
      <Dialogs />
    </div>
  );
};
