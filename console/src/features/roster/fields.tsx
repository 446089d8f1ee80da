import { type ReactNode, useId } from 'react';
import styles from './fields.module.css';

type Option<T extends string> = { readonly value: T; readonly text: string };

type FieldProps = {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

const Labelled = ({
  label,
  hint,
  children,
}: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly children: (id: string, hintId: string | undefined) => ReactNode;
}) => {
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {children(id, hintId)}
      {hint !== undefined && (
        <span id={hintId} className={styles['hint']}>
          {hint}
        </span>
      )}
    </div>
  );
};

export const InputField = ({
  label,
  hint,
  value,
  onChange,
  type,
  min,
  max,
}: FieldProps & {
  readonly type: 'text' | 'date' | 'time' | 'number';
  readonly min?: string;
  readonly max?: string;
}) => (
  <Labelled label={label} hint={hint}>
    {(id, hintId) => (
      <input
        id={id}
        aria-describedby={hintId}
        className={styles['input']}
        type={type}
        value={value}
        min={min}
        max={max}
        maxLength={type === 'text' ? 80 : undefined}
        required
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    )}
  </Labelled>
);

export const SelectField = <T extends string>({
  label,
  hint,
  value,
  options,
  onChange,
}: Omit<FieldProps, 'value' | 'onChange'> & {
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
}) => (
  <Labelled label={label} hint={hint}>
    {(id, hintId) => (
      <select
        id={id}
        aria-describedby={hintId}
        className={styles['input']}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find((option) => option.value === currentTarget.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    )}
  </Labelled>
);

export const CheckField = ({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}) => (
  <label className={styles['check']}>
    <input
      type="checkbox"
      checked={value}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
    {label}
  </label>
);

/** Any number of them, in the order in which they were chosen. */
export const CheckGroup = <T extends string>({
  label,
  hint,
  values,
  options,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly values: readonly T[];
  readonly options: readonly Option<T>[];
  readonly onChange: (values: readonly T[]) => void;
}) => (
  <fieldset className={styles['group']}>
    <legend className={styles['label']}>{label}</legend>
    {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
    <div className={styles['checks']}>
      {options.map(({ value, text }) => (
        <CheckField
          key={value}
          label={text}
          value={values.includes(value)}
          onChange={(on) => onChange(on ? [...values, value] : values.filter((each) => each !== value))}
        />
      ))}
    </div>
  </fieldset>
);
