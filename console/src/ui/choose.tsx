import { type ReactNode, useId } from 'react';
import styles from './choose.module.css';

type ChooseProps = {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  /** The options. */
  readonly children: ReactNode;
};

export const Choose = ({ label, value, onChoose, children }: ChooseProps) => {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {children}
      </select>
    </div>
  );
};
