import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Switch } from 'react-aria-components/Switch';
import { classes } from '../../ui/class-names';
import styles from './settings-dialog.module.css';

type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly values: readonly T[];
  readonly value: T;
  readonly nameOf: (value: T) => string;
  readonly onChange: (value: T) => void;
};

export const Choice = <T extends string>({ label, values, value, nameOf, onChange }: ChoiceProps<T>) => (
  <div className={styles['row']}>
    <span aria-hidden="true">{label}</span>
    <RadioGroup
      aria-label={label}
      orientation="horizontal"
      className={classes(styles['choices'])}
      value={value}
      onChange={(chosen: string) => {
        const known = values.find((one) => one === chosen);
        if (known !== undefined) onChange(known);
      }}
    >
      {values.map((one) => (
        <Radio key={one} value={one} className={classes(styles['choice'])}>
          {nameOf(one)}
        </Radio>
      ))}
    </RadioGroup>
  </div>
);

type ToggleProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
};

export const Toggle = ({ label, hint, value, onChange }: ToggleProps) => (
  <div className={styles['row']}>
    <Switch className={classes(styles['switch'])} isSelected={value} onChange={onChange}>
      <span>
        {label}
        {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
      </span>
      <span className={styles['track']}>
        <span className={styles['knob']} />
      </span>
    </Switch>
  </div>
);
