import type { CannedReply } from '@haven/shared/protocol/canned-replies';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import styles from './replies-page.module.css';

type ChangedMeanwhileProps = {
  /** null: somebody has removed it. */
  readonly present: CannedReply | null;
  readonly onTheirs: (present: CannedReply) => void;
  readonly onMine: () => void;
};

/** Nobody overwrites what she has not seen. */
export const ChangedMeanwhile = ({ present, onTheirs, onMine }: ChangedMeanwhileProps) => {
  const { t } = useConsole();
  return (
    <div role="alert" className={styles['meanwhile']}>
      <p>{t(present === null ? 'replies.removed-meanwhile' : 'replies.changed-meanwhile')}</p>
      {present !== null && (
        <blockquote className={styles['text']} lang={present.language} dir="auto">
          <strong>
            {present.title} /{present.shortcut}
          </strong>
          {`\n${present.text}`}
        </blockquote>
      )}
      <div className={styles['buttons']}>
        {present !== null && (
          <Button size="small" onPress={() => onTheirs(present)}>
            {t('replies.take-theirs')}
          </Button>
        )}
        <Button size="small" onPress={onMine}>
          {t('replies.go-on-with-mine')}
        </Button>
      </div>
    </div>
  );
};
