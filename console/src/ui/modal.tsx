import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal as AriaModal, ModalOverlay } from 'react-aria-components/Modal';
import { classes } from './class-names';
import styles from './modal.module.css';

type ModalProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly wide?: boolean;
  /** For questions that need an answer before anything else. */
  readonly question?: boolean;
  readonly children: ReactNode;
};

/** Focus goes in, stays in, and returns to where it was; Escape closes. */
export const Modal = ({ title, onClose, wide, question, children }: ModalProps) => (
  <ModalOverlay
    isOpen
    isDismissable={question !== true}
    className={classes(styles['shade'])}
    onOpenChange={(open: boolean) => {
      if (!open) onClose();
    }}
  >
    <AriaModal className={classes(styles['modal'], wide && styles['wide'])}>
      <Dialog className={classes(styles['dialog'])} role={question ? 'alertdialog' : 'dialog'}>
        <Heading slot="title" className={classes(styles['heading'])}>
          {title}
        </Heading>
        {children}
      </Dialog>
    </AriaModal>
  </ModalOverlay>
);

export const ModalFeet = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles['feet']}>{children}</div>
);
