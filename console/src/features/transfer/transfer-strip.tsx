import type { StaffChat } from '@haven/shared/protocol/chat';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { useConsole, useSlice } from '../../ui/console-context';
import { useConversation } from '../chat/use-chat';

/** How far my hand-over of this chat has come, or why it did not happen. */
export const TransferStrip = ({ chat }: { readonly chat: StaffChat }) => {
  const { actions, stores, t } = useConsole();
  const outgoing = useSlice(stores.transfers, (transfers) => transfers.outgoing.get(chat.chat));
  const { state } = useConversation(chat.chat);
  if (chat.transfer !== null) {
    const name = chat.transfer.toDisplayName;
    const choice = state?.transferAnswer?.choice ?? null;
    const chosen = choice !== null;
    return (
      <Banner
        tone="call"
        icon="handOver"
        action={
          chosen ? undefined : (
            <Button size="small" onPress={() => void actions.withdrawTransfer(chat.chat)}>
              {t('transfer.withdraw')}
            </Button>
          )
        }
      >
        {chosen ? t(`transfer.answered.${choice}`, { name }) : t(`transfer.${chat.transfer.state}`, { name })}
      </Banner>
    );
  }
  const failure = outgoing?.failure ?? null;
  if (failure === null) return null;
  return (
    <Banner
      tone="call"
      icon="handOver"
      action={
        <Button size="small" onPress={() => stores.transfers.patch(chat.chat, { failure: null })}>
          {t('transfer.dismiss')}
        </Button>
      }
    >
      {t(`transfer.failed.${failure.reason}`, { name: failure.name ?? t('transfer.someone') })}
    </Banner>
  );
};
