import type { StaffChat } from '@haven/shared/protocol/chat';
import { ListBoxItem } from 'react-aria-components/ListBox';
import { classes } from '../../ui/class-names';
import { useConsole, useNow, useSlice } from '../../ui/console-context';
import { formatWait } from '../../ui/duration';
import { Hidden } from '../../ui/hidden';
import { Icon } from '../../ui/icon';
import { SafetyMark } from '../../ui/safety-mark';
import { chatCode } from './chat-code';
import styles from './chat-list.module.css';
import type { ChatStatusKind } from './chat-status';
import { agoWords, regionName, statusWords } from './chat-words';
import { awaitsAnswer, hasUnsent, unreadCount } from './unread';
import { useConversation, useStatus } from './use-chat';

const PROBLEMS: ReadonlySet<ChatStatusKind> = new Set(['visitor-lost', 'fault']);

/** What the counsellor needs to know of a chat she does not look at: who waits for her, or what became of it. */
const StateLine = ({ chat }: { readonly chat: StaffChat }) => {
  const { t } = useConsole();
  const now = useNow();
  const status = useStatus(chat);
  const { items, state } = useConversation(chat.chat);
  const since = state?.visitorWroteAt ?? null;
  if (status.kind !== 'secure') {
    return (
      <span
        className={classes(
          styles['line'],
          PROBLEMS.has(status.kind) && styles['problem'],
          status.kind === 'ended' && styles['call'],
        )}
      >
        {statusWords(status, t)}
      </span>
    );
  }
  if (state?.visitorTyping === true)
    return <span className={styles['line']}>{t('chat.visitor-typing')}</span>;
  if (since === null) return <span className={styles['line']}>{t('wait.nothing-yet')}</span>;
  return awaitsAnswer(items) ? (
    <span className={classes(styles['line'], styles['call'])}>
      {t('wait.answer', { wait: formatWait(now - since) })}
    </span>
  ) : (
    <span className={styles['line']}>{t('wait.quiet', { ago: agoWords(now - since, t) })}</span>
  );
};

const Marks = ({ chat }: { readonly chat: StaffChat }) => {
  const { stores, t } = useConsole();
  const { items, seen } = useConversation(chat.chat);
  const drafted = useSlice(stores.drafts, ({ texts }) => (texts.get(chat.chat) ?? '').trim() !== '');
  const goesOn = chat.phase !== 'ended';
  const unread = unreadCount(items, seen);
  return (
    <span className={styles['end']}>
      {drafted && goesOn && (
        <span title={t('chats.draft')}>
          <Icon name="pen" />
          <Hidden>{t('chats.draft')}</Hidden>
        </span>
      )}
      {hasUnsent(items) && goesOn && (
        <span title={t('chats.unsent')}>
          <Icon name="clock" />
          <Hidden>{t('chats.unsent')}</Hidden>
        </span>
      )}
      {unread > 0 && (
        <span className={styles['unread']}>
          <span aria-hidden="true">{unread}</span>
          <Hidden>{t('chats.unread', { n: unread })}</Hidden>
        </span>
      )}
    </span>
  );
};

export const ChatRow = ({ chat }: { readonly chat: StaffChat }) => {
  const { stores, t } = useConsole();
  const organisation = useSlice(stores.desk, (desk) => desk.organisation);
  const title = regionName(chat.answers, organisation, t);
  const code = chatCode(chat.chat);
  return (
    <ListBoxItem id={chat.chat} textValue={`${title} ${code}`} className={classes(styles['row'])}>
      <span className={styles['mark']}>
        <SafetyMark level={chat.safety} />
        {chat.safety !== null && <Hidden>{t('safety.label', { level: t(`safety.${chat.safety}`) })}</Hidden>}
      </span>
      <span>
        <span className={styles['title']}>
          <span className={styles['place']}>{title}</span>
          <span className={styles['code']}>{code}</span>
        </span>
        <StateLine chat={chat} />
      </span>
      <Marks chat={chat} />
    </ListBoxItem>
  );
};
