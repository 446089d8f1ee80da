import type { StaffChat } from '@haven/shared/protocol/chat';
import { Button } from '../../ui/button';
import { useConsole, useSlice } from '../../ui/console-context';
import { Icon } from '../../ui/icon';
import { SafetyMark } from '../../ui/safety-mark';
import { isMine, mayConsult } from '../consult/may-consult';
import { mayTransfer } from '../transfer/targets';
import { chatCode } from './chat-code';
import styles from './chat-head.module.css';
import type { ChatStatus } from './chat-status';
import { regionName, statusWords } from './chat-words';
import { SixWords } from './six-words';
import { useConversation } from './use-chat';

const SHOWS_WORDS: ReadonlySet<ChatStatus['kind']> = new Set([
  'secure',
  'restoring',
  'handing-over',
  'visitor-lost',
]);

const State = ({ chat, status }: { readonly chat: StaffChat; readonly status: ChatStatus }) => {
  const { t } = useConsole();
  const { state } = useConversation(chat.chat);
  const words = state?.link?.state === 'secure' ? state.link.words : [];
  return (
    <div className={styles['state']}>
      {words.length > 0 && SHOWS_WORDS.has(status.kind) ? (
        <SixWords words={words} />
      ) : (
        <span className={styles['secure']}>{statusWords(status, t)}</span>
      )}
    </div>
  );
};

export const ChatHead = ({ chat, status }: { readonly chat: StaffChat; readonly status: ChatStatus }) => {
  const { stores, t } = useConsole();
  const organisation = useSlice(stores.desk, (desk) => desk.organisation);
  const aboutOut = useSlice(stores.view, (view) => view.aboutOut);
  const me = useSlice(stores.staff, ({ selfId }) => selfId);
  const ended = status.kind === 'ended';
  const here = status.kind !== 'elsewhere' && status.kind !== 'taking-over';
  return (
    <header className={styles['head']}>
      <h2 className={styles['title']}>
        <SafetyMark level={chat.safety} />
        {regionName(chat.answers, organisation, t)}
        <span className={styles['code']}>{t('chat.code', { code: chatCode(chat.chat) })}</span>
      </h2>
      <State chat={chat} status={status} />
      <div className={styles['buttons']}>
        {!ended && here && isMine(chat, me) && (
          <>
            <Button
              size="small"
              isDisabled={!mayConsult(chat, me)}
              onPress={() => stores.view.dialog({ kind: 'consult', chat: chat.chat })}
            >
              <Icon name="join" />
              {t('consult.open')}
            </Button>
            <Button
              size="small"
              isDisabled={!mayTransfer(chat)}
              onPress={() => stores.view.dialog({ kind: 'transfer', chat: chat.chat })}
            >
              <Icon name="handOver" />
              {t('transfer.open')}
            </Button>
            <Button size="small" onPress={() => stores.view.dialog({ kind: 'close', chat: chat.chat })}>
              <Icon name="door" />
              {t('close.open')}
            </Button>
          </>
        )}
        <span className={styles['only-narrow']}>
          <Button
            size="small"
            aria-expanded={aboutOut}
            onPress={() => {
              stores.view.aboutOut(!aboutOut);
              stores.view.pane('about');
            }}
          >
            <Icon name="info" />
            {t('chat.show-about')}
          </Button>
        </span>
      </div>
    </header>
  );
};
