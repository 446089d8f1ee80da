import { useEffect } from 'react';
import { useConsole, useSlice } from '../../ui/console-context';
import { focusPlace } from '../../ui/focus-marks';
import { AboutColumn } from '../colleagues/about-column';
import { ChatList } from '../chat/chat-list';
import { Conversation } from '../chat/conversation';
import { QueueList } from '../queue/queue-list';
import { EnrolStep } from '../trust/enrol-step';
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

/** Whoever is in chats needs a certified device; before that there is nothing to do at the desk. */
export const DeskPage = () => {
  const { stores } = useConsole();
  const signIn = useSlice(stores.signIn, ({ state }) => state);
  const identity = signIn.kind === 'signed-in' ? signIn.identity : null;
  return identity !== null && identity.chain === null ? <EnrolStep identity={identity} /> : <Desk />;
};

/** Where chats are held: who waits and who is served, the conversation, and what is known of it. */
const Desk = () => {
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
          <AboutColumn />
        </aside>
      </div>
      <PaneBar />
    </div>
  );
};
