import { useConsole, useSlice } from '../../ui/console-context';
import { PagePart } from '../../ui/page-part';
import styles from './trust.module.css';

/** Four words of the log as this browser has seen it, to compare with a colleague's. */
export const LogSection = () => {
  const { stores, t } = useConsole();
  const log = useSlice(stores.trust, (trust) => trust.log);
  if (log === null || log.size === 0) return null;
  return (
    <PagePart title={t('trust.log')}>
      <p>{t('trust.log.what', { size: log.size })}</p>
      <ol className={styles['words']} aria-label={t('trust.log.words')}>
        {log.words.map((word, index) => (
          <li key={`${index}-${word}`}>{word}</li>
        ))}
      </ol>
    </PagePart>
  );
};
