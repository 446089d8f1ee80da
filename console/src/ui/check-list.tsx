import { Checkbox } from 'react-aria-components/Checkbox';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Label } from 'react-aria-components/Label';
import styles from './check-list.module.css';
import { classes } from './class-names';
import { Icon } from './icon';

type CheckListProps = {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
};

/** Any number of a few. */
export const CheckList = ({ label, options, chosen, onChange }: CheckListProps) => (
  <CheckboxGroup className={classes(styles['group'])} value={[...chosen]} onChange={onChange}>
    <Label className={classes(styles['label'])}>{label}</Label>
    <div className={styles['options']}>
      {options.map(({ value, name }) => (
        <Checkbox key={value} value={value} className={classes(styles['option'])}>
          <span className={styles['box']}>
            <Icon name="check" />
          </span>
          {name}
        </Checkbox>
      ))}
    </div>
  </CheckboxGroup>
);
