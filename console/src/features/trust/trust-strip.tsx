import { Button } from '../../ui/button';
import { classes } from '../../ui/class-names';
import { dayName } from '../../ui/clock-time';
import { useConsole, useSlice } from '../../ui/console-context';
import shell from '../shell/shell.module.css';

/** What the log says that must not be overlooked: it was changed, or somebody else may speak in this person's name. */
export const TrustStrip = () => {
  const { stores, actions, t, language } = useConsole();
  const { keys, log } = useSlice(stores.trust, (trust) => trust);
  if (log === null || keys === null) return null;
  const mine = (publicKey: string) =>
    void actions
      .keyWork('my-device', { organisation: keys.organisation, publicKey })
      .then(() => actions.lookAtKeys());
  return (
    <>
      {log.fault !== null && (
        <p role="alert" className={classes(shell['strip'], shell['problem'])}>
          {t('trust.alarm.log')}
        </p>
      )}
      {log.strange.map(({ publicKey, from }) => (
        <p key={publicKey} role="alert" className={classes(shell['strip'], shell['problem'])}>
          {t('trust.alarm.strange', { day: dayName(from, language), key: publicKey.slice(0, 8) })}{' '}
          <Button size="small" onPress={() => mine(publicKey)}>
            {t('trust.alarm.mine')}
          </Button>
        </p>
      ))}
    </>
  );
};
