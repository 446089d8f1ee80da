import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { Modal, ModalFeet } from '../../ui/modal';
import { GRID_KEYS } from '../roster/grid-keys';
import styles from './sheet-dialog.module.css';
import { useShortcutLabel } from './shortcut-label';
import { SHORTCUT_GROUPS, SHORTCUTS } from './shortcuts';

export const SheetDialog = () => {
  const { stores, t } = useConsole();
  const keyOf = useShortcutLabel();
  const close = () => stores.view.dialog(null);
  return (
    <Modal title={t('keys.title')} onClose={close} wide>
      <p className={styles['quiet']}>{t('keys.explain')}</p>
      <div className={styles['groups']}>
        {SHORTCUT_GROUPS.map((group) => (
          <section key={group}>
            <h3 className={styles['heading']}>{t(`keys.group.${group}`)}</h3>
            <dl>
              {SHORTCUTS.filter((shortcut) => shortcut.group === group).map(({ action }) => (
                <div key={action} className={styles['row']}>
                  <dt>{t(`keys.${action}`)}</dt>
                  <dd>
                    <kbd className={styles['key']}>{keyOf(action)}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3 className={styles['heading']}>{t('keys.group.roster')}</h3>
          <dl>
            {GRID_KEYS.map(({ action, shown }) => (
              <div key={action} className={styles['row']}>
                <dt>{t(`keys.grid.${action}`)}</dt>
                <dd>
                  <kbd className={styles['key']}>{shown}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <ModalFeet>
        <Button look="main" autoFocus onPress={close}>
          {t('settings.close')}
        </Button>
      </ModalFeet>
    </Modal>
  );
};
