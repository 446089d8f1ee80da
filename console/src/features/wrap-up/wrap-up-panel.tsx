import type { EndReason, StaffChat } from '@haven/shared/protocol/chat';
import type { Instant } from '@haven/shared/units';
import { useEffect } from 'react';
import { announce } from '../../ui/announcer';
import { Button } from '../../ui/button';
import { useConsole, useNow, useSlice } from '../../ui/console-context';
import { formatLeft } from '../../ui/duration';
import { FOCUS, focusIfLost } from '../../ui/focus-marks';
import { chatCode } from '../chat/chat-code';
import styles from './wrap-up-panel.module.css';

const Left = ({ until }: { readonly until: Instant }) => {
  const { t } = useConsole();
  return (
    <span className={styles['left']} role="timer" aria-live="off">
      {t('wrap-up.left', { wait: formatLeft(until - useNow()) })}
    </span>
  );
};

type WrapUpProps = {
  readonly chat: StaffChat;
  readonly reason: EndReason;
  readonly until: Instant | null;
};

/** Stands where the composer stood: why the chat is over, and a few minutes before the next one. */
export const WrapUpPanel = ({ chat, reason, until }: WrapUpProps) => {
  const { actions, stores, t } = useConsole();
  const draft = useSlice(stores.drafts, ({ texts }) => texts.get(chat.chat) ?? '').trim();
  const name = t('chat.code', { code: chatCode(chat.chat) });
  const why = t(`ended.${reason}`);
  useEffect(() => {
    announce(`${name}: ${why}`);
    focusIfLost('composer');
  }, [name, why]);
  const finishAndPause = async () => {
    if (await actions.setPresence('pause')) await actions.finishWrapUp(chat.chat);
  };
  return (
    <section
      {...FOCUS.composer}
      className={styles['panel']}
      aria-label={t('wrap-up.title')}
      // The panel takes the focus, not its button: the next key of an unfinished sentence must not end the wrap-up.
      tabIndex={-1}
    >
      <p className={styles['reason']}>{why}</p>
      {draft !== '' && <p className={styles['draft']}>{t('wrap-up.draft', { text: draft })}</p>}
      <div className={styles['row']}>
        {until !== null && <Left until={until} />}
        <Button look="main" onPress={() => void actions.finishWrapUp(chat.chat)}>
          {t('wrap-up.finish')}
        </Button>
        <Button onPress={() => void finishAndPause()}>{t('wrap-up.pause')}</Button>
      </div>
      <p className={styles['quiet']}>
        {t('wrap-up.explain')} {t('wrap-up.heavy')}
      </p>
    </section>
  );
};
