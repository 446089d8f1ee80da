import { hours } from '@haven/shared/units';
import { classes } from '../../ui/class-names';
import { useConsole, useNow, useSlice } from '../../ui/console-context';
import shell from '../shell/shell.module.css';
import { certifiedUntil, deviceValidity } from './trust-rules';

/** How long before its end a certificate of the demonstration is spoken of: time to finish a chat and sign in again. */
const DEMONSTRATION_NEAR = hours(2);

const Strip = ({ grave, words }: { readonly grave: boolean; readonly words: string }) => (
  <p role={grave ? 'alert' : undefined} className={classes(shell['strip'], grave && shell['problem'])}>
    {words}
  </p>
);

/** Until when this device may answer visitors, where that is about to end or has ended. */
export const CertificateStrip = () => {
  const { stores, t, times } = useConsole();
  const signIn = useSlice(stores.signIn, ({ state }) => state);
  const keys = useSlice(stores.trust, (trust) => trust.keys);
  const now = useNow();
  if (signIn.kind !== 'signed-in') return null;
  const { chain, demonstration, role } = signIn.identity;
  // Who was never certified has words to read in place of the desk, and an administrator answers nobody.
  if (chain === null || role === 'administrator') return null;
  const until = certifiedUntil(signIn.identity, keys) ?? now;
  if (demonstration) {
    return until - now > DEMONSTRATION_NEAR ? null : (
      <Strip grave words={t('settings.certificate-ending', { time: times.clock(until) })} />
    );
  }
  const state = deviceValidity({ until, withdrawn: false }, now);
  if (state === 'good') return null;
  return state === 'ended' ? (
    <Strip grave words={t('trust.own.over')} />
  ) : (
    <Strip grave={false} words={t('trust.own.ending', { day: times.dayLongAndClock(until) })} />
  );
};
