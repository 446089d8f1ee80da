import { useEffect } from 'react';
import { Announcer } from '../../ui/announcer';
import { classes } from '../../ui/class-names';
import { useConsole, useSlice } from '../../ui/console-context';
import { focusPlace } from '../../ui/focus-marks';
import { Notices } from '../../ui/notices';
import { useAttention } from '../attention/use-attention';
import { AboutPane } from '../chat/about-pane';
import { ChatList } from '../chat/chat-list';
import { Conversation } from '../chat/conversation';
import { OfferStrip } from '../offer/offer-strip';
import { QueueList } from '../queue/queue-list';
import { useShortcuts } from '../shortcuts/use-shortcuts';
import { Dialogs } from './dialogs';
import { PaneBar } from './pane-bar';
import styles from './shell.module.css';
import { TopBar } from './top-bar';
import { useLeavingGuard } from './use-leaving-guard';

/** Whatever closes or opens a chat, the next key goes somewhere sensible. */
const useFocusKept = () => {
  const { stores } = useConsole();
  const open = useSlice(stores.view, (view) => view.open);
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost && open !== null) focusPlace('composer');
  }, [open]);
};

const Strips = () => {
  const { stores, t } = useConsole();
  const connection = useSlice(stores.desk, (desk) => desk.connection);
  const demonstration = useSlice(stores.desk, (desk) => desk.organisation?.demonstration === true);
  return (
    <div className={styles['above']}>
      {demonstration && <p className={styles['strip']}>{t('app.demonstration-short')}</p>}
      {connection === 'down' && (
        <p className={classes(styles['strip'], styles['problem'])}>{t('connection.down')}</p>
      )}
    </div>
  );
};

export const Shell = () => {
  const { stores, t } = useConsole();
  const pane = useSlice(stores.view, (view) => view.pane);
  const aboutOut = useSlice(stores.view, (view) => view.aboutOut);
  useShortcuts();
  useAttention();
  useLeavingGuard();
  useFocusKept();
  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#chat">
        {t('app.skip-to-chat')}
      </a>
      <TopBar />
      <Strips />
      <div aria-live="off">
        <OfferStrip />
      </div>
      <div className={styles['main']} data-pane={pane} data-about-out={aboutOut}>
        <div className={styles['list']}>
          <ChatList />
          <QueueList />
        </div>
        <main id="chat" className={styles['chat']} tabIndex={-1}>
          <Conversation />
        </main>
        <aside className={styles['about']} aria-label={t('about.title')}>
          <AboutPane />
        </aside>
      </div>
      <PaneBar />
      <Notices />
      <Announcer />
      <Dialogs />
    </div>
  );
};
