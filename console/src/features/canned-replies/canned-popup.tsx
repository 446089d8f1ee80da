import type { CannedReply } from '@haven/shared/protocol/canned-replies';
import type { Language } from '@haven/shared/protocol/organisation';
import { useEffect, useRef } from 'react';
import { classes } from '../../ui/class-names';
import { useConsole } from '../../ui/console-context';
import { previewOf } from './canned';
import styles from './canned-popup.module.css';

export const CANNED_POPUP_ID = 'canned-popup';
export const cannedOptionId = (reply: CannedReply): string => `canned-${reply.id}`;

/** Characters: about a line and a half. */
const PREVIEW = 120;

type CannedPopupProps = {
  readonly replies: readonly CannedReply[];
  /** Of the chat; what is in another one says so. */
  readonly language: Language;
  readonly active: number;
  readonly onChoose: (reply: CannedReply) => void;
};

/** The focus stays in the composer; the active line is named to the screen reader from there. */
export const CannedPopup = ({ replies, language, active, onChoose }: CannedPopupProps) => {
  const { t } = useConsole();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div className={styles['popup']}>
      <div
        ref={list}
        className={styles['list']}
        role="listbox"
        id={CANNED_POPUP_ID}
        tabIndex={0}
        aria-label={t('canned.title')}
      >
        {replies.map((reply, index) => (
          <div
            key={reply.id}
            id={cannedOptionId(reply)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={classes(styles['option'], index === active && styles['active'])}
            // Before the press takes the focus out of the composer.
            onMouseDown={(event) => {
              event.preventDefault();
              onChoose(reply);
            }}
          >
            <span className={styles['shortcut']}>/{reply.shortcut}</span>
            <span className={styles['title']}>
              {reply.title}
              {reply.language !== language && (
                <span className={styles['other']}> {t(`language.${reply.language}`)}</span>
              )}
            </span>
            <span className={styles['preview']}>{previewOf(reply.text, PREVIEW)}</span>
          </div>
        ))}
      </div>
      <p className={styles['quiet']}>{replies.length === 0 ? t('canned.none') : t('canned.how')}</p>
    </div>
  );
};
