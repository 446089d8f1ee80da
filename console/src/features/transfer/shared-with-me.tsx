import type { StaffChat } from '@haven/shared/protocol/chat';
import { Banner } from '../../ui/banner';
import { useConsole, useSlice } from '../../ui/console-context';
import { useConversation } from '../chat/use-chat';
import { isMine } from '../consult/may-consult';

/** What the visitor let me see when I took the chat over, or joined it: it stands above the conversation for its whole length. */
export const SharedWithMe = ({ chat }: { readonly chat: StaffChat }) => {
  const { stores, t } = useConsole();
  const me = useSlice(stores.staff, ({ selfId }) => selfId);
  const { state } = useConversation(chat.chat);
  if (state === undefined || state.sharedWithMe === null) return null;
  return (
    <>
      {isMine(chat, me) ? (
        <Banner icon="handOver">{t(`transfer.shared.${state.sharedWithMe}`)}</Banner>
      ) : (
        <Banner icon="join">
          {t(
            state.sharedWithMe === 'conversation' ? 'consult.shared.conversation' : 'consult.shared.nothing',
          )}
        </Banner>
      )}
      {state.summary !== null && (
        <Banner icon="pen" head={t('transfer.summary-of', { name: state.summary.author })}>
          {state.summary.text}
        </Banner>
      )}
    </>
  );
};
