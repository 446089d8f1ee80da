import type { ReactNode } from 'react';
import { Button } from './button';
import { Callout } from './callout';
import { useConsole } from './console-context';
import styles from './meanwhile.module.css';

type MeanwhileProps = {
  /** What stands there now; null: somebody has taken it away. */
  readonly says: ReactNode;
  readonly onTheirs: () => void;
  readonly onGoOn: () => void;
};

/** A colleague was quicker: what she made of it, and what can become of what was typed. */
export const Meanwhile = ({ says, onTheirs, onGoOn }: MeanwhileProps) => {
  const { t } = useConsole();
  return (
    <Callout>
      <p>{t(says === null ? 'meanwhile.removed' : 'meanwhile.changed')}</p>
      {says}
      <div className={styles['buttons']}>
        {says !== null && (
          <Button size="small" onPress={onTheirs}>
            {t('meanwhile.take-theirs')}
          </Button>
        )}
        <Button size="small" onPress={onGoOn}>
          {t(says === null ? 'meanwhile.anew' : 'meanwhile.go-on')}
        </Button>
      </div>
    </Callout>
  );
};
