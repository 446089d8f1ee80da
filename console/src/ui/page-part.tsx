import { type ReactNode, useId } from 'react';
import styles from './page-part.module.css';

type PagePartProps = {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
};

/** A part of a page that is about one thing. */
export const PagePart = ({ title, hint, children }: PagePartProps) => {
  const id = useId();
  return (
    <section className={styles['part']} aria-labelledby={id}>
      <h3 id={id} className={styles['heading']}>
        {title}
      </h3>
      {hint !== undefined && <Quiet>{hint}</Quiet>}
      {children}
    </section>
  );
};

/** What need not be read every time. */
export const Quiet = ({ children }: { readonly children: ReactNode }) => (
  <p className={styles['quiet']}>{children}</p>
);
