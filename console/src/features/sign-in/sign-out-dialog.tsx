import { Button } from '../../ui/button';
import { useConsole, useSlice } from '../../ui/console-context';
import { Modal, ModalFeet } from '../../ui/modal';

/** Chats that go on would fall back to the queue, so that is said before it happens. */
export const SignOutDialog = () => {
  const { actions, stores, t } = useConsole();
  const chats = useSlice(
    stores.chats,
    ({ ordered }) => ordered.filter(({ phase }) => phase !== 'ended').length,
  );
  const close = () => stores.view.dialog(null);
  return (
    <Modal title={t('presence.sign-out')} onClose={close} question>
      <p>{chats > 0 ? t('presence.sign-out.with-chats', { chats }) : t('presence.sign-out.explain')}</p>
      <ModalFeet>
        <Button autoFocus onPress={close}>
          {t('transfer.cancel')}
        </Button>
        <Button look={chats > 0 ? 'grave' : 'main'} onPress={() => void actions.signOut()}>
          {t('presence.sign-out')}
        </Button>
      </ModalFeet>
    </Modal>
  );
};
