import type { ReactNode, Ref } from 'react';
import { classes } from './class-names';
import styles from './page.module.css';

type PageProps = {
  readonly title: string;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLElement>;
  /** For what the page asks of its parts. */
  readonly className?: string | undefined;
};

/** A page that is read from top to bottom: one column, where links to the content lead. */
export const Page = ({ title, children, ref, className }: PageProps) => (
  <main id="page" ref={ref} tabIndex={-1} className={classes(styles['page'], className)}>
    <h2 className={styles['title']}>{title}</h2>
    {children}
  </main>
);
