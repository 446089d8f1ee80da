import { classes } from '../../ui/class-names';
import { useConsole, useNow, useSlice } from '../../ui/console-context';
import { DebriefStrip } from '../debrief/debrief-strip';
import { DutyStrips } from '../desks/duty-strips';
import { PauseStrip } from '../pause/pause-strip';
import { HoleStrip } from '../roster/hole-strip';
import { CertificateStrip } from '../trust/certificate-strip';
import { TrustStrip } from '../trust/trust-strip';
import styles from './shell.module.css';

const SoundBlocked = () => {
  const { attention, stores, t } = useConsole();
  const wanted = useSlice(stores.preferences, (kept) => kept.soundOffers || kept.soundMessages);
  // The browser does not say when it begins to allow sound, so it is asked with every second.
  useNow();
  return wanted && attention.sound.blocked() ? (
    <p className={styles['strip']}>{t('settings.sound-blocked')}</p>
  ) : null;
};

/** What holds for the whole desk and must not be overlooked. */
export const Strips = () => {
  const { stores, t } = useConsole();
  const connection = useSlice(stores.desk, (desk) => desk.connection);
  const blind = useSlice(stores.desk, (desk) => desk.blind && desk.connection === 'up');
  const recordsAway = useSlice(
    stores.desk,
    (desk) => desk.recordsAway && !desk.blind && desk.connection === 'up',
  );
  const demonstration = useSlice(stores.desk, (desk) => desk.organisation?.demonstration === true);
  return (
    <>
      {demonstration && <p className={styles['strip']}>{t('app.demonstration-short')}</p>}
      {connection === 'down' && (
        <p className={classes(styles['strip'], styles['problem'])}>{t('connection.down')}</p>
      )}
      {blind && <p className={classes(styles['strip'], styles['problem'])}>{t('connection.blind')}</p>}
      {recordsAway && (
        <p role="status" className={styles['strip']}>
          {t('connection.records-away')}
        </p>
      )}
      <DutyStrips />
      <HoleStrip />
      <TrustStrip />
      <CertificateStrip />
      <PauseStrip />
      <DebriefStrip />
      <SoundBlocked />
    </>
  );
};
