import { TIMING } from '@haven/shared/protocol/limits';
import type { Instant } from '@haven/shared/units';
import { useConsole, useNow } from '../../ui/console-context';
import { Hidden } from '../../ui/hidden';
import styles from './offer-strip.module.css';

const RADIUS = 18;
const ROUND = 2 * Math.PI * RADIUS;

/** Whole seconds until an offer ends; never below zero. */
export const secondsLeft = (expiresAt: Instant, now: Instant): number =>
  Math.max(0, Math.ceil((expiresAt - now) / 1000));

export const Countdown = ({ expiresAt }: { readonly expiresAt: Instant }) => {
  const { t } = useConsole();
  const left = secondsLeft(expiresAt, useNow());
  const share = Math.min(1, (left * 1000) / TIMING.ring);
  return (
    <span className={styles['ring']} role="timer" aria-live="off">
      <svg viewBox="0 0 42 42" className={styles['circle']} aria-hidden="true" focusable="false">
        <circle className={styles['track']} cx="21" cy="21" r={RADIUS} />
        <circle
          className={styles['left']}
          cx="21"
          cy="21"
          r={RADIUS}
          strokeDasharray={ROUND}
          strokeDashoffset={ROUND * (1 - share)}
        />
      </svg>
      <span aria-hidden="true">{left}</span>
      <Hidden>{t('offer.seconds', { n: left })}</Hidden>
    </span>
  );
};
