import type { CannedReply } from '@haven/shared/protocol/canned-replies';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import styles from './replies-page.module.css';

type ReplyRowProps = {
  readonly reply: CannedReply;
  /** Left out for who does not keep it. */
  readonly onChange?: () => void;
  readonly onRemove?: () => void;
};

export const ReplyRow = ({ reply, onChange, onRemove }: ReplyRowProps) => {
  const { t } = useConsole();
  const { shortcut, language, title, text } = reply;
  return (
    <li className={styles['row']}>
      <h3 className={styles['name']}>
        {title} <span className={styles['shortcut']}>/{shortcut}</span>
      </h3>
      <span className={styles['language']}>{t(`language.${language}`)}</span>
      <p className={styles['text']} lang={language} dir="auto">
        {text}
      </p>
      {onChange && onRemove && (
        <div className={styles['buttons']}>
          <Button size="small" aria-label={t('replies.change-label', { title })} onPress={onChange}>
            {t('replies.change')}
          </Button>
          <Button size="small" aria-label={t('replies.remove-label', { title })} onPress={onRemove}>
            {t('replies.remove')}
          </Button>
        </div>
      )}
    </li>
  );
};
