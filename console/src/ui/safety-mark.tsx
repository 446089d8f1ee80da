import type { SafetyLevel } from '@haven/shared/protocol/chat';
import styles from './safety-mark.module.css';

/** Shape and sign tell the level as well as the colour does: a round tick, a triangle, an eight-sided stop. */
const OUTLINE = {
  green: 'M10 1.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z',
  orange: 'M10 1.2 19.4 18H.6z',
  red: 'M6.4 1.2h7.2l5.2 5.2v7.2l-5.2 5.2H6.4l-5.2-5.2V6.4z',
} as const;

const SIGN = {
  green: 'M6 10.3l2.8 2.8L14 7.6',
  orange: 'M10 7.6v4.6M10 15v.1',
  red: 'M6.6 6.6l6.8 6.8M13.4 6.6l-6.8 6.8',
} as const;

/** Stands beside the level's name, or in a row whose label names it. */
export const SafetyMark = ({ level }: { readonly level: SafetyLevel | null }) => (
  <svg className={styles['mark']} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    {level === null ? (
      <circle className={styles['none']} cx="10" cy="10" r="7.5" />
    ) : (
      <>
        <path className={styles[level]} d={OUTLINE[level]} />
        <path className={styles['sign']} d={SIGN[level]} />
      </>
    )}
  </svg>
);
