import { type Key, ListBox, type Selection } from 'react-aria-components/ListBox';
import { sightOf } from '../../state/desk-store';
import { classes } from '../../ui/class-names';
import { useConsole, useSlice } from '../../ui/console-context';
import { FOCUS, focusPlace } from '../../ui/focus-marks';
import { selfOf } from '../presence/staff-store';
import styles from './chat-list.module.css';
import { ChatRow } from './chat-row';

export const ChatList = () => {
  const { stores, t } = useConsole();
  const chats = useSlice(stores.chats, ({ ordered }) => ordered);
  const open = useSlice(stores.view, (view) => view.open);
  const self = useSlice(stores.staff, selfOf);
  const isOpening = useSlice(stores.desk, sightOf) === 'opening';
  const enter = (key: string) => {
    const chosen = chats.find(({ chat }) => chat === key);
    if (chosen === undefined) return;
    stores.view.open(chosen.chat);
    requestAnimationFrame(() => focusPlace('composer'));
  };
  return (
    <section className={styles['section']} aria-labelledby="chats-title">
      <h2 id="chats-title" className={styles['heading']}>
        <span>{t('chats.title')}</span>
        {self !== null && <span>{t('presence.load', { chats: chats.length, capacity: self.capacity })}</span>}
      </h2>
      {chats.length === 0 ? (
        <p className={styles['quiet']} tabIndex={-1} {...FOCUS.chats}>
          {t(isOpening ? 'connection.opening' : 'chats.empty')}
        </p>
      ) : (
        <ListBox
          // Selection follows the focus; Enter, a double click or a tap goes on to the composer.
          selectionBehavior="replace"
          onAction={(key: Key) => enter(String(key))}
          aria-labelledby="chats-title"
          className={classes(styles['list'])}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={open === null ? [] : [open]}
          onSelectionChange={(keys: Selection) => {
            const chosen = keys === 'all' ? undefined : chats.find(({ chat }) => keys.has(chat));
            if (chosen !== undefined) stores.view.open(chosen.chat);
          }}
          {...FOCUS.chats}
        >
          {chats.map((chat) => (
            <ChatRow key={chat.chat} chat={chat} />
          ))}
        </ListBox>
      )}
    </section>
  );
};
