import type { ChatId } from '@haven/shared/ids';
import { Banner } from '../../ui/banner';
import { useConsole } from '../../ui/console-context';
import { useConversation } from '../chat/use-chat';

/** What the visitor let me see when I took the chat over: it stands above the conversation for its whole length. */
export const SharedWithMe = ({ chat }: { readonly chat: ChatId }) => {
  const { t } = useConsole();
  const { state } = useConversation(chat);
  if (state === undefined || state.sharedWithMe === null) return null;
  return (
    <>
      <Banner icon="handOver">{t(`transfer.shared.${state.sharedWithMe}`)}</Banner>
      {state.summary !== null && (
        <Banner icon="pen" head={t('transfer.summary-of', { name: state.summary.author })}>
          {state.summary.text}
        </Banner>
      )}
    </>
  );
};
