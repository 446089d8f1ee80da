import { type ReactNode, useState } from 'react';
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components/Popover';
import { classes } from './class-names';
import styles from './popover.module.css';

type PopoverProps = {
  readonly placement: NonNullable<AriaPopoverProps['placement']>;
  readonly children: ReactNode;
};

/** Drawn where it stands in the document, so that it belongs to the landmark of the button that opens it. */
export const Popover = ({ placement, children }: PopoverProps) => {
  const [place, setPlace] = useState<HTMLSpanElement | null>(null);
  return (
    <>
      <span ref={setPlace} />
      {place !== null && (
        <AriaPopover
          className={classes(styles['popover'])}
          placement={placement}
          offset={6}
          UNSTABLE_portalContainer={place}
        >
          {children}
        </AriaPopover>
      )}
    </>
  );
};
