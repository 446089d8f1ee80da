import { useConsole } from '../../ui/console-context';
import { previewOf } from './canned';
import type { ImportPlan } from './reply-file';
import styles from './replies-page.module.css';

/** Characters. */
const PREVIEW = 90;

/** What an import will do, line by line. */
export const ImportPreview = ({ plan }: { readonly plan: ImportPlan }) => {
  const { t } = useConsole();
  const { added, changed, same } = plan;
  return (
    <>
      <p>{t('replies.plan', { added: added.length, changed: changed.length, same })}</p>
      {changed.length > 0 && (
        <section className={styles['plan']}>
          <h3 className={styles['name']}>{t('replies.will-change')}</h3>
          <ul>
            {changed.map(({ before, after }) => (
              <li key={before.id} lang={after.language}>
                <span className={styles['shortcut']}>/{after.shortcut}</span> <strong>{after.title}</strong>
                <del>{previewOf(before.text, PREVIEW)}</del>
                <ins>{previewOf(after.text, PREVIEW)}</ins>
              </li>
            ))}
          </ul>
        </section>
      )}
      {added.length > 0 && (
        <section className={styles['plan']}>
          <h3 className={styles['name']}>{t('replies.will-add')}</h3>
          <ul>
            {added.map(({ shortcut, language, title, text }) => (
              <li key={`${language} ${shortcut}`} lang={language}>
                <span className={styles['shortcut']}>/{shortcut}</span> <strong>{title}</strong>
                <ins>{previewOf(text, PREVIEW)}</ins>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};
