import { Link } from 'wouter';
import { useConsole } from '../../ui/console-context';
import { Page } from '../../ui/page';
import { DESK_PATH } from '../pages/pages';
import { usePages } from '../pages/use-pages';
import styles from './start-page.module.css';

/** Where an administrator arrives, who is shown neither queue nor chats: from here to all that she may do. */
export const StartPage = () => {
  const { t } = useConsole();
  const pages = usePages().filter(({ path }) => path !== DESK_PATH);
  return (
    <Page title={t('pages.start')}>
      <p>{t('start.intro')}</p>
      <nav aria-label={t('start.pages')}>
        <ul className={styles['list']}>
          {pages.map(({ path, title }) => (
            <li key={path}>
              <Link href={path} className={styles['entry']}>
                {t(title)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </Page>
  );
};
