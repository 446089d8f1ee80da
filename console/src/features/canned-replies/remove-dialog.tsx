import type { CannedReply } from '@haven/shared/protocol/canned-replies';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { Modal, ModalFeet } from '../../ui/modal';
import { useShelfName } from './use-shelf';
import { removeReply } from './write-replies';

type RemoveDialogProps = {
  readonly reply: CannedReply;
  /** It is about to go. */
  readonly onRemoving: () => void;
  readonly onClose: () => void;
};

export const RemoveDialog = ({ reply, onRemoving, onClose }: RemoveDialogProps) => {
  const { actions, stores, t } = useConsole();
  const nameOf = useShelfName();
  const remove = async () => {
    onRemoving();
    const done = await removeReply(actions.ask, reply);
    if (done.ok) stores.replies.changed({ upsert: [], remove: [reply.id] });
    else stores.notices.say('problem', noticeOf(done.error));
    onClose();
  };
  const where = nameOf(reply.shelf);
  return (
    <Modal title={t('replies.remove-title', { title: reply.title })} onClose={onClose} question>
      <p>{t(reply.shelf.kind === 'own' ? 'replies.remove-own' : 'replies.remove-shared', { where })}</p>
      <ModalFeet>
        <Button autoFocus onPress={onClose}>
          {t('replies.cancel')}
        </Button>
        <Button look="grave" onPress={() => void remove()}>
          {t('replies.remove')}
        </Button>
      </ModalFeet>
    </Modal>
  );
};
