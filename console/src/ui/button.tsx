import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import styles from './button.module.css';
import { classes } from './class-names';

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  readonly look?: 'plain' | 'quiet' | 'main' | 'grave';
  readonly size?: 'small' | 'icon';
  readonly buttonRef?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
};

export const Button = ({ look, size, buttonRef, ...props }: ButtonProps) => (
  <AriaButton
    {...props}
    {...(buttonRef === undefined ? {} : { ref: buttonRef })}
    className={classes(styles['button'], look && styles[look], size && styles[size])}
  />
);
