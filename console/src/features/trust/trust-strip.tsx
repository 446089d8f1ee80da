import { Button } from '../../ui/button';
import { classes } from '../../ui/class-names';
import { useConsole, useNow, useSlice } from '../../ui/console-context';
import { endingDevices, issuersEnd } from './trust-rules';
import shell from '../shell/shell.module.css';

/** What the log says that must not be overlooked: it was changed, or somebody else may speak in this person's name. */
export const TrustStrip = () => {
  const { stores, actions, t, times } = useConsole();
  const { keys, log } = useSlice(stores.trust, (trust) => trust);
  const now = useNow();
  const me = useSlice(stores.signIn, ({ state }) => (state.kind === 'signed-in' ? state.identity : null));
  if (log === null || keys === null || me === null) return null;
  const keeps = me.role === 'administrator' && !keys.demonstration;
  const ending = keeps ? endingDevices(keys, now).length : 0;
  const last = keeps ? issuersEnd(keys, now) : null;
  const mine = (publicKey: string) =>
    void actions
      .keyWork('my-device', { organisation: keys.organisation, staffId: me.staffId, publicKey })
      .then(() => actions.lookAtKeys());
  return (
    <>
      {last !== null && (
        <p className={shell['strip']}>
          {last === 'none'
            ? t('trust.issuers.over')
            : t('trust.issuers.ending', { day: times.dayLong(last) })}
        </p>
      )}
      {ending > 0 && <p className={shell['strip']}>{t('trust.devices.ending', { count: ending })}</p>}
      {log.fault !== null && (
        <p role="alert" className={classes(shell['strip'], shell['problem'])}>
          {t('trust.alarm.log')}
        </p>
      )}
      {log.strange.map(({ publicKey, from }) => (
        <p key={publicKey} role="alert" className={classes(shell['strip'], shell['problem'])}>
          {t('trust.alarm.strange', { day: times.dayLong(from), key: publicKey.slice(0, 8) })}{' '}
          <Button size="small" onPress={() => mine(publicKey)}>
            {t('trust.alarm.mine')}
          </Button>
        </p>
      ))}
    </>
  );
};
