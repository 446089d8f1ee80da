import { hours } from '@haven/shared/units';
import { classes } from '../../ui/class-names';
import { clockTime } from '../../ui/clock-time';
import { useConsole, useNow, useSlice } from '../../ui/console-context';
import { DebriefStrip } from '../debrief/debrief-strip';
import { DutyStrips } from '../desks/duty-strips';
import { PauseStrip } from '../pause/pause-strip';
import { HoleStrip } from '../roster/hole-strip';
import { TrustStrip } from '../trust/trust-strip';
import styles from './shell.module.css';

/** How long before its end a certificate is spoken of: time to finish a chat and sign in again. */
const CERTIFICATE_NEAR = hours(2);

const SoundBlocked = () => {
  const { attention, stores, t } = useConsole();
  const wanted = useSlice(stores.preferences, (kept) => kept.soundOffers || kept.soundMessages);
  // The browser does not say when it begins to allow sound, so it is asked with every second.
  useNow();
  return wanted && attention.sound.blocked() ? (
    <p className={styles['strip']}>{t('settings.sound-blocked')}</p>
  ) : null;
};

const CertificateEnding = () => {
  const { stores, t, language } = useConsole();
  const signIn = useSlice(stores.signIn, ({ state }) => state);
  const now = useNow();
  if (signIn.kind !== 'signed-in') return null;
  const { certificateUntil } = signIn.identity;
  if (certificateUntil === null || certificateUntil - now > CERTIFICATE_NEAR) return null;
  return (
    <p className={classes(styles['strip'], styles['problem'])}>
      {t('settings.certificate-ending', { time: clockTime(certificateUntil, language) })}
    </p>
  );
};

/** What holds for the whole desk and must not be overlooked. */
export const Strips = () => {
  const { stores, t } = useConsole();
  const connection = useSlice(stores.desk, (desk) => desk.connection);
  const demonstration = useSlice(stores.desk, (desk) => desk.organisation?.demonstration === true);
  return (
    <>
      {demonstration && <p className={styles['strip']}>{t('app.demonstration-short')}</p>}
      {connection === 'down' && (
        <p className={classes(styles['strip'], styles['problem'])}>{t('connection.down')}</p>
      )}
      <DutyStrips />
      <HoleStrip />
      <TrustStrip />
      <CertificateEnding />
      <PauseStrip />
      <DebriefStrip />
      <SoundBlocked />
    </>
  );
};
