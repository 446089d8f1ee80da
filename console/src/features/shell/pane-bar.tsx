import { useConsole, useSlice } from '../../ui/console-context';
import type { Pane } from '../../state/view-store';
import { unreadCount } from '../chat/unread';
import { Hidden } from '../../ui/hidden';
import styles from './shell.module.css';

const PANES = ['list', 'chat', 'about'] as const satisfies readonly Pane[];

/** In a window that holds one part at a time: which one. */
export const PaneBar = () => {
  const { stores, t } = useConsole();
  const pane = useSlice(stores.view, (view) => view.pane);
  const open = useSlice(stores.view, (view) => view.open);
  const unread = useSlice(stores.conversations, ({ chats }) =>
    [...chats.values()].reduce((sum, { items, seen }) => sum + unreadCount(items, seen), 0),
  );
  return (
    <nav className={styles['panes']} aria-label={t('pane.label')}>
      {PANES.map((one) => (
        <button
          key={one}
          type="button"
          className={styles['pane']}
          aria-current={one === pane}
          disabled={one !== 'list' && open === null}
          onClick={() => stores.view.pane(one)}
        >
          {t(`pane.${one}`)}
          {one === 'list' && unread > 0 && (
            <>
              <span aria-hidden="true"> ({unread})</span>
              <Hidden>, {t('chats.unread', { n: unread })}</Hidden>
            </>
          )}
        </button>
      ))}
    </nav>
  );
};
