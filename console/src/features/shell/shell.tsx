import { useEffect } from 'react';
import { Announcer } from '../../ui/announcer';
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
import { Strips } from './strips';
import { TopBar } from './top-bar';
import { useLeavingGuard } from './use-leaving-guard';

/**
 * Another chat is in front: the next key goes to its composer, never into the notes of another one. Who walks through
 * the list of chats stays in it.
 */
const useFocusMoved = () => {
  const { stores } = useConsole();
  const open = useSlice(stores.view, (view) => view.open);
  useEffect(() => {
    if (open === null || document.activeElement?.closest('[data-focus-place="chats"], [role="dialog"]'))
      return;
    if (!focusPlace('composer')) focusPlace('messages');
  }, [open]);
};

export const Shell = () => {
  const { stores, t } = useConsole();
  const pane = useSlice(stores.view, (view) => view.pane);
  const aboutOut = useSlice(stores.view, (view) => view.aboutOut);
  useShortcuts();
  useAttention();
  useLeavingGuard();
  useFocusMoved();
  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#chat">
        {t('app.skip-to-chat')}
      </a>
      <header>
        <TopBar />
        <Strips />
      </header>
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
