import type { Presence } from '@haven/shared/protocol/presence';
import styles from './presence-mark.module.css';

const SHAPE = {
  available: 'M6 .8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 6 .8z',
  busy: 'M1.2 1.2h9.6v9.6H1.2z',
  pause: 'M3.8 2v8M8.2 2v8',
  away: 'M6 1.6a4.4 4.4 0 1 0 0 8.8 4.4 4.4 0 0 0 0-8.8z',
} as const;

/** Its shape tells the presence too; always beside the word. */
export const PresenceMark = ({ presence }: { readonly presence: Presence }) => (
  <svg className={styles['mark']} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
    <path className={styles[presence]} d={SHAPE[presence]} />
  </svg>
);
