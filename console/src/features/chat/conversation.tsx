import type { StaffChat } from '@haven/shared/protocol/chat';
import { sightOf } from '../../state/desk-store';
import { Button } from '../../ui/button';
import { useConsole, useSlice } from '../../ui/console-context';
import { selfOf } from '../presence/staff-store';
import { ConsultStrip } from '../consult/consult-strip';
import { SharedWithMe } from '../transfer/shared-with-me';
import { TransferStrip } from '../transfer/transfer-strip';
import { WrapUpPanel } from '../wrap-up/wrap-up-panel';
import { ChatHead } from './chat-head';
import { type ChatStatus, mayWrite } from './chat-status';
import { Composer } from './composer';
import styles from './conversation.module.css';
import { MessageList } from './message-list';
import { StatusBanner } from './status-banner';
import { useOpenChat, useStatus } from './use-chat';

const Foot = ({ chat, status }: { readonly chat: StaffChat; readonly status: ChatStatus }) => {
  const { t } = useConsole();
  if (status.kind === 'ended') {
    return <WrapUpPanel chat={chat} reason={status.reason} until={status.wrapUpUntil} />;
  }
  if (!mayWrite(status)) return <p className={styles['closed']}>{t('composer.closed')}</p>;
  return (
    <div className={styles['foot']}>
      <Composer key={chat.chat} chat={chat} />
    </div>
  );
};

const OpenConversation = ({ chat }: { readonly chat: StaffChat }) => {
  const status = useStatus(chat);
  return (
    <div className={styles['conversation']}>
      <ChatHead chat={chat} status={status} />
      <StatusBanner chat={chat} status={status} />
      <TransferStrip chat={chat} />
      <ConsultStrip chat={chat} />
      <SharedWithMe chat={chat} />
      <MessageList key={chat.chat} chat={chat} elsewhere={status.kind === 'elsewhere'} />
      <Foot chat={chat} status={status} />
    </div>
  );
};

/** Between chats. Who has just arrived is away, and would wait for offers that never come. */
const Nothing = () => {
  const { actions, stores, t } = useConsole();
  const ordered = useSlice(stores.queue, (queue) => queue.ordered);
  const sight = useSlice(stores.desk, sightOf);
  const presence = useSlice(stores.staff, selfOf)?.presence ?? 'available';
  if (sight === 'opening') return <p className={styles['empty']}>{t('connection.opening')}</p>;
  if (presence !== 'available') {
    return (
      <div className={styles['empty']}>
        <strong>{t('presence.you-are', { presence: t(`presence.${presence}`) })}</strong>
        <p>{t('presence.no-offers')}</p>
        <p>
          <Button look="main" onPress={() => void actions.setPresence('available')}>
            {t('presence.become-available')}
          </Button>
        </p>
      </div>
    );
  }
  return (
    <div className={styles['empty']}>
      <strong>
        {sight === 'clear' ? t('queue.count', { n: ordered.length }) : t('connection.blind-short')}
      </strong>
      <p>{t('chats.none-open')}</p>
    </div>
  );
};

export const Conversation = () => {
  const chat = useOpenChat();
  return chat === null ? <Nothing /> : <OpenConversation chat={chat} />;
};
