import type { StaffChat } from '@haven/shared/protocol/chat';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { useConsole, useNow } from '../../ui/console-context';
import { formatWait } from '../../ui/duration';
import type { ChatStatus } from './chat-status';
import { useConversation } from './use-chat';

const VisitorLost = ({ since }: { readonly since: number }) => {
  const { t } = useConsole();
  const wait = formatWait(useNow() - since);
  return (
    <Banner tone="call" icon="away">
      {t('banner.visitor-lost', { wait })}
    </Banner>
  );
};

/** What is out of the ordinary with this chat, in plain words. Nothing, most of the time. */
export const StatusBanner = ({ chat, status }: { readonly chat: StaffChat; readonly status: ChatStatus }) => {
  const { actions, t } = useConsole();
  const { state } = useConversation(chat.chat);
  switch (status.kind) {
    case 'visitor-lost':
      return <VisitorLost since={status.since} />;
    case 'linking':
      return <Banner icon="lock">{t(chat.returning ? 'banner.returning' : 'banner.linking')}</Banner>;
    case 'restoring':
      return <Banner icon="clock">{t('banner.restoring')}</Banner>;
    case 'elsewhere':
      return (
        <Banner
          icon="elsewhere"
          action={
            <Button look="main" onPress={() => void actions.continueHere(chat.chat)}>
              {t('banner.continue-here')}
            </Button>
          }
        >
          {t('banner.elsewhere')}
        </Banner>
      );
    case 'taking-over':
      return <Banner icon="clock">{t('banner.taking-over')}</Banner>;
    case 'incoming':
      return (
        <Banner icon="handOver">{t(status.linking ? 'banner.incoming-linking' : 'banner.incoming')}</Banner>
      );
    case 'fault':
      return (
        <Banner tone="problem" icon="warning">
          {t(`fault.${status.fault}`)}
        </Banner>
      );
    case 'secure': {
      const fault = state?.link?.fault ?? null;
      return fault === null ? null : (
        <Banner tone="problem" icon="warning">
          {t(`fault.${fault}`)}
        </Banner>
      );
    }
    case 'joining':
    case 'handing-over':
    case 'ended':
      return null;
  }
};
