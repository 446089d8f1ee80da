import type { OneTimeLink } from '@haven/shared/protocol/people';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { Modal, ModalFeet } from '../../ui/modal';
import { TextField } from '../../ui/text-field';

type LinkDialogProps = { readonly name: string; readonly link: OneTimeLink; readonly onClose: () => void };

/** The server keeps no link: it can be read here, now, and nowhere again. */
export const LinkDialog = ({ name, link, onClose }: LinkDialogProps) => {
  const { t, times } = useConsole();
  const [copied, setCopied] = useState(false);
  const address = new URL(link.path, window.location.href).href;
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <Modal title={t('staff.link.title', { name })} onClose={onClose} question wide>
      <p>{t('staff.link.explain', { name, time: times.dayLongAndClock(link.until) })}</p>
      <TextField label={t('staff.link.label')} value={address} isReadOnly />
      <ModalFeet>
        <Button onPress={() => void copy()}>
          <span role="status">{t(copied ? 'staff.link.copied' : 'staff.link.copy')}</span>
        </Button>
        <Button look="main" onPress={onClose}>
          {t('staff.done')}
        </Button>
      </ModalFeet>
    </Modal>
  );
};
