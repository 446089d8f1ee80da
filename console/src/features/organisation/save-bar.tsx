import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import type { Part } from './draft';
import styles from './organisation.module.css';

type SaveBarProps = {
  readonly parts: readonly Part[];
  /** How many fields must be put right; 0 before somebody has tried to save. */
  readonly wrong: number;
  readonly isSaving: boolean;
  /** A colleague has changed it since. */
  readonly isOld: boolean;
  readonly onSave: () => void;
  readonly onDrop: () => void;
  readonly onGoOn: () => void;
};

/** What was changed and is not saved, and what can be done about it. */
export const SaveBar = ({ parts, wrong, isSaving, isOld, onSave, onDrop, onGoOn }: SaveBarProps) => {
  const { t } = useConsole();
  const names = parts.map((part) => t(`organisation.part.${part}`)).join(', ');
  return (
    <section className={styles['bar']} aria-label={t('organisation.unsaved-label')}>
      <div role="status">
        <p>{t('organisation.unsaved', { names })}</p>
        {isOld && <p className={styles['fault']}>{t('organisation.changed-meanwhile')}</p>}
        {!isOld && wrong > 0 && <p className={styles['fault']}>{t('organisation.wrong', { n: wrong })}</p>}
      </div>
      <div className={styles['buttons']}>
        {isOld && <Button onPress={onGoOn}>{t('organisation.go-on')}</Button>}
        <Button onPress={onDrop}>{t(isOld ? 'organisation.take-theirs' : 'organisation.drop')}</Button>
        <Button look="main" isDisabled={isOld || isSaving} onPress={onSave}>
          {t('organisation.save')}
        </Button>
      </div>
    </section>
  );
};
