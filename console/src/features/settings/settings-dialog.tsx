import { LANGUAGES } from '@haven/shared/protocol/organisation';
import { Button } from '../../ui/button';
import { useConsole, useSlice } from '../../ui/console-context';
import { Modal, ModalFeet } from '../../ui/modal';
import { certifiedUntil } from '../trust/trust-rules';
import { THEMES } from './preferences';
import { Choice, Toggle } from './setting-controls';
import styles from './settings-dialog.module.css';

const SoundSettings = () => {
  const { attention, stores, t } = useConsole();
  const { soundOffers, soundMessages, volume } = useSlice(stores.preferences, (all) => all);
  const { change } = stores.preferences;
  return (
    <>
      <Toggle
        label={t('settings.sound-offers')}
        value={soundOffers}
        onChange={(on) => change({ soundOffers: on })}
      />
      <Toggle
        label={t('settings.sound-messages')}
        value={soundMessages}
        onChange={(on) => change({ soundMessages: on })}
      />
      <div className={styles['row']}>
        <label htmlFor="settings-volume">{t('settings.volume')}</label>
        <span className={styles['choices']}>
          <input
            id="settings-volume"
            type="range"
            className={styles['volume']}
            min={0}
            max={1}
            step={0.05}
            value={volume}
            onChange={(event) => change({ volume: event.currentTarget.valueAsNumber })}
          />
          <Button size="small" onPress={() => attention.sound.play('offer', volume)}>
            {t('settings.try-sound')}
          </Button>
        </span>
      </div>
    </>
  );
};

const NotificationSettings = () => {
  const { attention, stores, t } = useConsole();
  const on = useSlice(stores.preferences, (preferences) => preferences.notifications);
  const permission = attention.notifier.permission();
  return (
    <Toggle
      label={t('settings.notifications')}
      hint={t(permission === 'denied' ? 'settings.notifications-denied' : 'settings.notifications-hint')}
      value={on && permission === 'granted'}
      onChange={(wanted) => {
        if (!wanted) stores.preferences.change({ notifications: false });
        else
          void attention.notifier
            .ask()
            .then((granted) => stores.preferences.change({ notifications: granted }));
      }}
    />
  );
};

const OWN_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

export const SettingsDialog = () => {
  const { stores, t, language, times } = useConsole();
  const { theme, enterSends, singleKeys } = useSlice(stores.preferences, (preferences) => preferences);
  const zone = useSlice(stores.desk, (desk) => desk.organisation?.timeZone ?? OWN_ZONE);
  const demonstration = useSlice(stores.desk, (desk) => desk.organisation?.demonstration === true);
  const signIn = useSlice(stores.signIn, ({ state }) => state);
  const keys = useSlice(stores.trust, (trust) => trust.keys);
  const until = signIn.kind === 'signed-in' ? certifiedUntil(signIn.identity, keys) : null;
  const { change } = stores.preferences;
  const close = () => stores.view.dialog(null);
  return (
    <Modal title={t('settings.title')} onClose={close}>
      <div className={styles['settings']}>
        <Choice
          label={t('settings.language')}
          values={LANGUAGES}
          value={language}
          nameOf={(one) => (one === 'nl' ? 'Nederlands' : 'English')}
          onChange={(chosen) => change({ language: chosen })}
        />
        <Choice
          label={t('settings.theme')}
          values={THEMES}
          value={theme}
          nameOf={(one) => t(`settings.theme.${one}`)}
          onChange={(chosen) => change({ theme: chosen })}
        />
        <SoundSettings />
        <NotificationSettings />
        <Toggle
          label={t('settings.enter-sends')}
          value={enterSends}
          onChange={(on) => change({ enterSends: on })}
        />
        <Toggle
          label={t('settings.single-keys')}
          value={singleKeys}
          onChange={(on) => change({ singleKeys: on })}
        />
        {zone !== OWN_ZONE && <p className={styles['quiet']}>{t('settings.clock', { zone })}</p>}
        <p className={styles['quiet']}>{t('settings.kept')}</p>
        {demonstration && <p className={styles['quiet']}>{t('app.demonstration')}</p>}
        {until !== null && (
          <p className={styles['quiet']}>
            {t('settings.certificate', { time: times.dayLongAndClock(until) })}
          </p>
        )}
      </div>
      <ModalFeet>
        <Button look="main" onPress={close}>
          {t('settings.close')}
        </Button>
      </ModalFeet>
    </Modal>
  );
};
