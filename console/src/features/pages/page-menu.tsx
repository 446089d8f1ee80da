import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Link, useLocation } from 'wouter';
import { Button } from '../../ui/button';
import { classes } from '../../ui/class-names';
import { useConsole, useSlice } from '../../ui/console-context';
import { Hidden } from '../../ui/hidden';
import { Icon } from '../../ui/icon';
import { Popover } from '../../ui/popover';
import styles from './page-menu.module.css';
import { usePages } from './use-pages';

/** From page to page; nothing where there is but one. */
export const PageMenu = () => {
  const { stores, t } = useConsole();
  const pages = usePages();
  const [location] = useLocation();
  const isOpen = useSlice(stores.view, ({ pageMenu }) => pageMenu);
  const present = pages.find(({ path }) => path === location);
  if (pages.length < 2) return null;
  return (
    <span className={styles['place']}>
      <DialogTrigger isOpen={isOpen} onOpenChange={stores.view.pageMenu}>
        <Button>
          <Hidden>{t('pages.label')}: </Hidden>
          <span className={styles['present']}>{t(present?.title ?? 'pages.desk')}</span>
          <Icon name="down" />
        </Button>
        <Popover placement="bottom start">
          <Dialog className={classes(styles['menu'])} aria-label={t('pages.label')}>
            <nav aria-label={t('pages.label')}>
              {pages.map(({ path, title }) => (
                <Link
                  key={path}
                  href={path}
                  className={styles['entry']}
                  aria-current={path === location ? 'page' : undefined}
                  // The first thing a key reaches is where one is.
                  autoFocus={path === location}
                  onClick={() => stores.view.pageMenu(false)}
                >
                  {t(title)}
                </Link>
              ))}
            </nav>
          </Dialog>
        </Popover>
      </DialogTrigger>
    </span>
  );
};
