import { useEffect } from 'react';
import { useConsole, useSlice } from '../../ui/console-context';
import { focusPlace } from '../../ui/focus-marks';
import { AboutPane } from '../chat/about-pane';
import { ChatList } from '../chat/chat-list';
import { Conversation } from '../chat/conversation';
import { QueueList } from '../queue/queue-list';
import styles from './desk-page.module.css';
import { PaneBar } from './pane-bar';

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

/** Where chats are held: who waits and who is served, the conversation, and what is known of it. */
export const DeskPage = () => {
  const { stores, t } = useConsole();
  const pane = useSlice(stores.view, (view) => view.pane);
  const aboutOut = useSlice(stores.view, (view) => view.aboutOut);
  useFocusMoved();
  return (
    <div className={styles['page']}>
      <div className={styles['main']} data-pane={pane} data-about-out={aboutOut}>
        <div className={styles['list']}>
          <ChatList />
          <QueueList />
        </div>
        <main id="page" className={styles['chat']} tabIndex={-1}>
          <Conversation />
        </main>
        <aside className={styles['about']} aria-label={t('about.title')}>
          <AboutPane />
        </aside>
      </div>
      <PaneBar />
    </div>
  );
};
