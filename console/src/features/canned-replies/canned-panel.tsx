import type { StaffChat } from '@haven/shared/protocol/chat';
import { useState } from 'react';
import { type Key, ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Link } from 'wouter';
import { classes } from '../../ui/class-names';
import { useConsole, useSlice } from '../../ui/console-context';
import { FOCUS, focusPlace } from '../../ui/focus-marks';
import { Section } from '../../ui/section';
import { appendReply, matchingReplies, previewOf, repliesAt } from './canned';
import styles from './canned-panel.module.css';

/** Characters: about two lines. */
const PREVIEW = 84;

/** For who does not know the shortcuts by heart: search, read, insert. Inserting never sends. */
export const CannedPanel = ({ chat }: { readonly chat: StaffChat }) => {
  const { stores, t } = useConsole();
  const all = useSlice(stores.replies, ({ replies }) => replies);
  const [query, setQuery] = useState('');
  const { language } = chat.answers;
  const found = matchingReplies(repliesAt(all, chat.desk), language, query);
  const insert = (id: string) => {
    const reply = found.find((one) => one.id === id);
    if (reply === undefined) return;
    stores.drafts.write(chat.chat, appendReply(stores.drafts.read(chat.chat), reply.text));
    setQuery('');
    stores.view.pane('chat');
    focusPlace('composer');
  };
  return (
    <Section title={t('canned.title')} id="canned-title">
      <input
        {...FOCUS.canned}
        type="search"
        className={styles['search']}
        aria-label={t('canned.search')}
        placeholder={t('canned.search')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          const first = found[0];
          if (event.key === 'Enter' && first !== undefined) insert(first.id);
        }}
      />
      {found.length === 0 ? (
        <p className={styles['quiet']}>{query === '' ? t('canned.empty') : t('canned.none')}</p>
      ) : (
        <ListBox
          aria-labelledby="canned-title"
          className={classes(styles['list'])}
          onAction={(key: Key) => insert(String(key))}
        >
          {found.map((reply) => (
            <ListBoxItem
              key={reply.id}
              id={reply.id}
              textValue={reply.title}
              className={classes(styles['row'])}
            >
              <span className={styles['title']}>
                {reply.title} <span className={styles['shortcut']}>/{reply.shortcut}</span>
                {reply.language !== language && (
                  <span className={styles['other']}> {t(`language.${reply.language}`)}</span>
                )}
              </span>
              <span className={styles['preview']}>{previewOf(reply.text, PREVIEW)}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      )}
      <Link href="/replies" className={styles['keep']}>
        {t('canned.keep')}
      </Link>
    </Section>
  );
};
