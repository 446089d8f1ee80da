import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { classes } from './class-names';
import styles from './text-field.module.css';

type TextFieldProps = {
  readonly label: string;
  readonly hint?: string;
  /** What must be put right; null: nothing. */
  readonly fault?: string | null;
  readonly id?: string;
  readonly value: string;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  /** Left out where there is only something to read and to copy. */
  readonly onChange?: (value: string) => void;
  readonly isReadOnly?: boolean;
};

/** One line of text with its label above it. */
export const TextField = ({
  label,
  hint,
  fault = null,
  id,
  value,
  maxLength,
  autoFocus,
  isReadOnly,
  onChange,
}: TextFieldProps) => (
  <AriaTextField
    className={classes(styles['field'])}
    value={value}
    isReadOnly={isReadOnly === true}
    isInvalid={fault !== null}
    {...(onChange === undefined ? {} : { onChange })}
    autoFocus={autoFocus === true}
    autoComplete="off"
    {...(maxLength === undefined ? {} : { maxLength })}
    {...(id === undefined ? {} : { id })}
  >
    <Label className={classes(styles['label'])}>{label}</Label>
    <Input className={classes(styles['input'])} />
    {hint !== undefined && (
      <Text slot="description" className={classes(styles['hint'])}>
        {hint}
      </Text>
    )}
    {fault !== null && (
      <Text slot="errorMessage" className={classes(styles['fault'])}>
        {fault}
      </Text>
    )}
  </AriaTextField>
);
