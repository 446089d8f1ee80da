import { LIMITS } from '@haven/shared/protocol/limits';
import type { StaffChat } from '@haven/shared/protocol/chat';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { CANNED_POPUP_ID, CannedPopup, cannedOptionId } from '../canned-replies/canned-popup';
import { Button } from '../../ui/button';
import { classes } from '../../ui/class-names';
import { useConsole, useSlice } from '../../ui/console-context';
import { FOCUS, focusIfLost } from '../../ui/focus-marks';
import { Icon } from '../../ui/icon';
import { chatCode } from './chat-code';
import styles from './composer.module.css';
import { useCannedPopup } from './use-canned-popup';
import { useTypingMark } from './use-typing-mark';

/** Characters left at which the count appears. */
const NEAR_LIMIT = 400;

const Hints = ({ length }: { readonly length: number }) => {
  const { stores, t } = useConsole();
  const enterSends = useSlice(stores.preferences, (preferences) => preferences.enterSends);
  const left = LIMITS.textCharacters - length;
  return (
    <p className={styles['hints']}>
      <span>{t(enterSends ? 'composer.hint-enter' : 'composer.hint-ctrl-enter')}</span>
      {left < NEAR_LIMIT && (
        <span className={classes(left < 0 && styles['too-long'])} role="status">
          {left < 0 ? t('composer.too-long', { n: -left }) : t('composer.left', { n: left })}
        </span>
      )}
    </p>
  );
};

export const Composer = ({ chat }: { readonly chat: StaffChat }) => {
  const { actions, stores, t } = useConsole();
  const id = chat.chat;
  const draft = useSlice(stores.drafts, ({ texts }) => texts.get(id) ?? '');
  const enterSends = useSlice(stores.preferences, (preferences) => preferences.enterSends);
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const mark = useTypingMark(id);

  const write = (text: string) => {
    stores.drafts.write(id, text);
    mark(text);
  };
  useEffect(() => focusIfLost('composer'), []);
  const popup = useCannedPopup({ chat, draft, caret, field, write });

  const text = draft.trim();
  const sendable = text !== '' && text.length <= LIMITS.textCharacters;
  const send = () => {
    if (!sendable) return;
    actions.send(id, text);
    write('');
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || popup.onKeyDown(event)) return;
    if (event.key !== 'Enter' || event.altKey || event.shiftKey) return;
    const withModifier = event.ctrlKey || event.metaKey;
    if (!withModifier && !enterSends) return;
    event.preventDefault();
    send();
  };

  return (
    <div className={styles['composer']}>
      <div className={styles['row']}>
        {popup.open && (
          <CannedPopup
            replies={popup.replies}
            language={chat.answers.language}
            active={popup.active}
            onChoose={popup.choose}
          />
        )}
        <textarea
          {...FOCUS.composer}
          ref={field}
          className={styles['field']}
          rows={1}
          dir="auto"
          // Some browsers send what they check to their maker.
          spellCheck={false}
          autoComplete="off"
          lang={chat.answers.language}
          aria-label={t('composer.label', { code: chatCode(id) })}
          aria-autocomplete="list"
          aria-controls={popup.open ? CANNED_POPUP_ID : undefined}
          aria-activedescendant={
            popup.activeReply === undefined ? undefined : cannedOptionId(popup.activeReply)
          }
          placeholder={t('composer.placeholder')}
          value={draft}
          onChange={(event) => {
            setCaret(event.currentTarget.selectionStart);
            write(event.currentTarget.value);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
        />
        <Button look="main" isDisabled={!sendable} onPress={send}>
          <Icon name="send" />
          <span className={styles['send']}>{t('composer.send')}</span>
        </Button>
      </div>
      <Hints length={text.length} />
    </div>
  );
};
