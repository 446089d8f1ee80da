import type { EndReason, StaffChat } from '@haven/shared/protocol/chat';
import type { Instant } from '@haven/shared/units';
import { useEffect, useRef } from 'react';
import { announce } from '../../ui/announcer';
import { Button } from '../../ui/button';
import { useConsole, useNow, useSlice } from '../../ui/console-context';
import { formatLeft } from '../../ui/duration';
import { FOCUS, focusIfLost, focusPlace } from '../../ui/focus-marks';
import { chatCode } from '../chat/chat-code';
import { useShortcutLabel } from '../shortcuts/shortcut-label';
import { ChoiceRow } from './choice-row';
import { finishWrapUp } from './finish-wrap-up';
import { useChoiceKeys } from './use-choice-keys';
import { missingIn } from './wrap-up-draft';
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

/**
 * Stands where the composer stood: why the chat is over, the anonymous facts of it, and a few minutes before the next
 * one.
 */
export const WrapUpPanel = ({ chat, reason, until }: WrapUpProps) => {
  const { actions, stores, t } = useConsole();
  const keyOf = useShortcutLabel();
  const draft = useSlice(stores.drafts, ({ texts }) => texts.get(chat.chat) ?? '').trim();
  const nothingElseAsked = useSlice(stores.view, ({ dialog }) => dialog === null);
  const name = t('chat.code', { code: chatCode(chat.chat) });
  const why = t(`ended.${reason}`);
  useEffect(() => {
    announce(`${name}: ${why}`);
  }, [name, why]);
  // The question whether to end the chat holds the focus until it is gone, and what had it before has gone by then.
  useEffect(() => {
    if (!nothingElseAsked) return;
    if (stores.wrapUps.hasComeTo(chat.chat)) focusPlace('composer');
    else focusIfLost('composer');
  }, [nothingElseAsked, stores, chat.chat]);
  const touched = useSlice(stores.wrapUps, ({ forms }) => forms.get(chat.chat));
  const missing = touched?.asked === true ? missingIn(touched.draft) : [];
  const isAsked = missing.length > 0;
  const ask = t('wrap-up.missing');
  useEffect(() => {
    if (isAsked) announce(ask);
  }, [isAsked, ask]);
  const panel = useRef<HTMLElement>(null);
  useChoiceKeys({ panel, chat, isReady: reason === 'counsellor-closed' });
  return (
    <section
      ref={panel}
      {...FOCUS.composer}
      className={styles['panel']}
      aria-label={t('wrap-up.title')}
      // The panel takes the focus, not its button: the next key of an unfinished sentence must not end the wrap-up.
      tabIndex={-1}
    >
      <p className={styles['reason']}>{why}</p>
      {draft !== '' && <p className={styles['draft']}>{t('wrap-up.draft', { text: draft })}</p>}
      <ChoiceRow chat={chat} group="safety" missing={missing.includes('safety')} />
      <ChoiceRow chat={chat} group="actions" missing={missing.includes('actions')} />
      <ChoiceRow chat={chat} group="forWhom" />
      <ChoiceRow chat={chat} group="topics" />
      <ChoiceRow chat={chat} group="skip" />
      <ChoiceRow chat={chat} group="pause" />
      <ChoiceRow chat={chat} group="debrief" />
      <p className={styles['quiet']}>{t('wrap-up.explain')}</p>
      <div className={styles['foot']}>
        {isAsked && <p className={styles['missing']}>{ask}</p>}
        {until !== null && <Left until={until} />}
        <Button look="main" onPress={() => void finishWrapUp({ stores, actions }, chat)}>
          {t('wrap-up.finish')}
          <kbd className={styles['key']} aria-hidden="true">
            {keyOf('close')}
          </kbd>
        </Button>
      </div>
    </section>
  );
};
