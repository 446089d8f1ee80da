import type { StaffChat } from '@haven/shared/protocol/chat';
import { useMemo } from 'react';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { FOCUS } from '../../ui/focus-marks';
import { Icon } from '../../ui/icon';
import { chatCode } from './chat-code';
import { Message } from './message';
import styles from './message-list.module.css';
import { placeItems } from './message-runs';
import { hasUnsent, unreadCount } from './unread';
import { useConversation } from './use-chat';
import { useSeen } from './use-seen';
import { useStickToEnd } from './use-stick-to-end';

type MessageListProps = {
  readonly chat: StaffChat;
  /** Another tab has the conversation; here stands only what this tab could not send. */
  readonly elsewhere: boolean;
};

export const MessageList = ({ chat, elsewhere }: MessageListProps) => {
  const { t, times } = useConsole();
  const { items: all, state, seen } = useConversation(chat.chat);
  const items = useMemo(() => (elsewhere ? all.filter((item) => hasUnsent([item])) : all), [all, elsewhere]);
  const placed = useMemo(() => placeItems(items, times.dayLong), [items, times]);
  const { scroller, atEnd, toEnd } = useStickToEnd(items.length);
  useSeen(chat.chat, atEnd, items.length);
  const below = unreadCount(items, seen);
  return (
    <div
      className={styles['scroll']}
      {...FOCUS.messages}
      ref={scroller}
      // Scrolls, so the keyboard must reach it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="group"
      aria-label={t('chat.list-label', { code: chatCode(chat.chat) })}
    >
      {!elsewhere && <p className={styles['start']}>{t('chat.start')}</p>}
      <ol className={styles['list']}>
        {placed.map((one) => (
          <Message key={one.item.id} chat={chat.chat} placed={one} />
        ))}
      </ol>
      <p className={styles['typing']}>{state?.visitorTyping === true && t('chat.visitor-typing')}</p>
      {!atEnd && (
        <div className={styles['jump']}>
          <Button look={below > 0 ? 'main' : 'plain'} onPress={toEnd}>
            <Icon name="down" />
            {below > 0 ? t('chat.new-below', { n: below }) : t('chat.to-end')}
          </Button>
        </div>
      )}
    </div>
  );
};
