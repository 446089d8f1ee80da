import { useId, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Button } from '../../ui/button';
import { classes } from '../../ui/class-names';
import { useConsole } from '../../ui/console-context';
import { Modal, ModalFeet } from '../../ui/modal';
import { Quiet } from '../../ui/page-part';
import styles from './overflow.module.css';

type ReasonDialogProps = {
  readonly title: string;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
};

/** What a supervisor does by hand is explained, for whoever reads the log afterwards. */
export const ReasonDialog = ({ title, onReason, onClose }: ReasonDialogProps) => {
  const { t } = useConsole();
  const [reason, setReason] = useState('');
  const id = useId();
  const given = reason.trim();
  return (
    <Modal title={title} onClose={onClose}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (given.length >= 3) onReason(given);
        }}
      >
        <label htmlFor={id}>{t('hand.reason')}</label>
        <Input
          id={id}
          className={classes(styles['field'])}
          value={reason}
          maxLength={300}
          autoComplete="off"
          autoFocus
          onChange={(event) => setReason(event.target.value)}
        />
        <Quiet>{t('hand.reason-hint')}</Quiet>
        <ModalFeet>
          <Button onPress={onClose}>{t('hand.cancel')}</Button>
          <Button look="main" type="submit" isDisabled={given.length < 3}>
            {t('hand.do')}
          </Button>
        </ModalFeet>
      </form>
    </Modal>
  );
};
