import type { ReactNode } from 'react';
import styles from './callout.module.css';
import { classes } from './class-names';

type CalloutProps = {
  /** `problem`: it cannot go on like this. */
  readonly tone?: 'call' | 'problem';
  readonly children: ReactNode;
};

/** In a form or a page: what somebody must know before she goes on, read out when it comes. */
export const Callout = ({ tone = 'call', children }: CalloutProps) => (
  <div role="alert" className={classes(styles['callout'], tone === 'problem' && styles['problem'])}>
    {children}
  </div>
);
