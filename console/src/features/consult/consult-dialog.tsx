import type { StaffChat } from '@haven/shared/protocol/chat';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { Modal, ModalFeet } from '../../ui/modal';
import { chatCode } from '../chat/chat-code';
import { TargetList, targetKey, useTargets } from '../transfer/target-list';
import styles from '../transfer/transfer-dialog.module.css';

/** Whom to ask along: a person, for the visitor is asked about a name. */
export const ConsultDialog = ({ chat }: { readonly chat: StaffChat }) => {
  const { actions, stores, t } = useConsole();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const targets = useTargets(chat, query).filter((one) => one.kind === 'staff');
  const target = targets.find((one) => targetKey(one) === chosen && one.open);
  const close = () => stores.view.dialog(null);

  const ask = async () => {
    if (target !== undefined && (await actions.askConsult(chat.chat, target.staff.staffId))) close();
  };

  return (
    <Modal title={t('consult.title', { code: chatCode(chat.chat) })} onClose={close}>
      <div className={styles['field']}>
        <input
          type="search"
          className={styles['search']}
          aria-label={t('consult.search')}
          placeholder={t('consult.search')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <TargetList targets={targets} chosen={chosen} onChoose={setChosen} />
      </div>
      <p className={styles['quiet']}>{t('consult.explain')}</p>
      <ModalFeet>
        <Button onPress={close}>{t('transfer.cancel')}</Button>
        <Button look="main" isDisabled={target === undefined} onPress={() => void ask()}>
          {t('consult.ask')}
        </Button>
      </ModalFeet>
    </Modal>
  );
};
