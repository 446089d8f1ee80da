import { type ReactNode, useId } from 'react';
import styles from './organisation.module.css';

type PartSectionProps = {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
};

export const PartSection = ({ title, hint, children }: PartSectionProps) => {
  const id = useId();
  return (
    <section className={styles['part']} aria-labelledby={id}>
      <h3 id={id} className={styles['heading']}>
        {title}
      </h3>
      {hint !== undefined && <p className={styles['quiet']}>{hint}</p>}
      {children}
    </section>
  );
};
