import type { StaffChat } from '@haven/shared/protocol/chat';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { Modal, ModalFeet } from '../../ui/modal';
import { chatCode } from './chat-code';
import { hasUnsent } from './unread';
import { useConversation } from './use-chat';

export const CloseDialog = ({ chat }: { readonly chat: StaffChat }) => {
  const { actions, stores, t } = useConsole();
  const { items } = useConversation(chat.chat);
  const close = () => stores.view.dialog(null);
  const pending = stores.drafts.read(chat.chat).trim() !== '' || hasUnsent(items);
  return (
    <Modal title={t('close.title', { code: chatCode(chat.chat) })} onClose={close} question>
      <p>{t('close.explain')}</p>
      {pending && <p>{t('close.draft')}</p>}
      <ModalFeet>
        <Button look="plain" onPress={() => stores.view.dialog({ kind: 'block', chat: chat.chat })}>
          {t('block.open')} …
        </Button>
        <Button autoFocus onPress={close}>
          {t('close.cancel')}
        </Button>
        <Button
          look="grave"
          onPress={() => {
            close();
            stores.wrapUps.comesTo(chat.chat);
            void actions.close(chat.chat);
          }}
        >
          {t('close.confirm')}
        </Button>
      </ModalFeet>
    </Modal>
  );
};
