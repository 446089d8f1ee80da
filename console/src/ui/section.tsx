import type { ReactNode } from 'react';
import styles from './section.module.css';

type SectionProps = { readonly title: string; readonly id: string; readonly children: ReactNode };

export const Section = ({ title, id, children }: SectionProps) => (
  <section className={styles['section']} aria-labelledby={id}>
    <h3 id={id} className={styles['heading']}>
      {title}
    </h3>
    {children}
  </section>
);
