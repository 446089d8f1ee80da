import { may } from '@haven/shared/protocol/permissions';
import { Button } from '../../ui/button';
import { useConsole, useSlice } from '../../ui/console-context';
import { focusPlace } from '../../ui/focus-marks';
import { Icon } from '../../ui/icon';
import { selfOf } from '../presence/staff-store';
import { unreadOfAll } from './colleagues-store';
import styles from './colleagues.module.css';

/** From every page to the colleagues, with how much of theirs is unread. */
export const ColleaguesButton = () => {
  const { stores, t } = useConsole();
  const self = useSlice(stores.staff, selfOf);
  const unread = useSlice(stores.colleagues, unreadOfAll);
  if (self === null || !may(self.role, 'colleague:send')) return null;
  const show = () => {
    stores.view.pane('about');
    stores.view.aboutOut(true);
    requestAnimationFrame(() => focusPlace('colleagues'));
  };
  return (
    <Button
      look="plain"
      size="icon"
      aria-label={unread > 0 ? t('colleagues.unread', { n: unread }) : t('colleagues.title')}
      onPress={show}
    >
      <span className={styles['marked']}>
        <Icon name="colleagues" />
        {unread > 0 && (
          <span className={styles['badge']} aria-hidden="true">
            {unread}
          </span>
        )}
      </span>
    </Button>
  );
};
