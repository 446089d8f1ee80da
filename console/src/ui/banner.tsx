import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { classes } from './class-names';
import { Icon, type IconName } from './icon';

type BannerProps = {
  readonly tone?: 'problem' | 'call';
  readonly icon?: IconName;
  /** Words of a person rather than of the console: shown as they were written. */
  readonly head?: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
};

export const Banner = ({ tone, icon, head, children, action }: BannerProps) => (
  <div className={classes(styles['banner'], tone && styles[tone])} role="status">
    {icon !== undefined && <Icon name={icon} />}
    <p className={classes(styles['text'], head !== undefined && styles['quote'])}>
      {head !== undefined && <span className={styles['head']}>{head}</span>}
      {children}
    </p>
    {action}
  </div>
);
