import { useConsole } from './console-context';
import styles from './page-opening.module.css';

/** In place of a page of which nothing is known yet: it can be skipped to like any other. */
export const PageOpening = () => {
  const { t } = useConsole();
  return (
    <main id="page" tabIndex={-1} className={styles['opening']}>
      <p role="status">{t('pages.opening')}</p>
    </main>
  );
};
