import type { ConsultState, StaffChat } from '@haven/shared/protocol/chat';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { useConsole, useSlice } from '../../ui/console-context';
import { memberOf } from '../chat/chat-status';
import { useConversation } from '../chat/use-chat';
import { isMine } from './may-consult';

type Of = { readonly chat: StaffChat; readonly consult: ConsultState };

/** Whom the visitor's client says it is linked with counts, not whom the server names. */
const Asked = ({ chat, consult }: Of) => {
  const { actions, t } = useConsole();
  const { state } = useConversation(chat.chat);
  const name = consult.toDisplayName;
  const here = state?.present.find(({ staffId }) => staffId === consult.to);
  const agreed = (state?.joinAnswer?.choice ?? null) !== null;
  const words = here
    ? t('consult.here', { name: here.displayName })
    : t(consult.state === 'accepted' && !agreed ? 'consult.accepted' : `consult.${ringsOrLinks(consult)}`, {
        name,
      });
  return (
    <Banner
      tone="call"
      icon="join"
      action={
        <Button size="small" onPress={() => void actions.endConsult(chat.chat)}>
          {t(here ? 'consult.end' : 'consult.withdraw')}
        </Button>
      }
    >
      {words}
    </Banner>
  );
};

const ringsOrLinks = ({ state }: ConsultState) => (state === 'ringing' ? 'ringing' : 'linking');

/** To the one who has been asked along. */
const Joined = ({ chat, consult }: Of) => {
  const { actions, t } = useConsole();
  const { state } = useConversation(chat.chat);
  const counsellor = chat.members.find(({ role }) => role === 'counsellor')?.displayName ?? '';
  const here = state?.present.some(({ staffId }) => staffId === consult.to) === true;
  return (
    <Banner
      tone="call"
      icon="join"
      action={
        <Button size="small" onPress={() => actions.leaveConsult(chat.chat)}>
          {t('consult.leave')}
        </Button>
      }
    >
      {t(here ? 'consult.joined' : 'consult.joining', { name: counsellor })}
    </Banner>
  );
};

/** Who is in the chat beside its counsellor, or why nobody is; it stays for as long as it is so. */
export const ConsultStrip = ({ chat }: { readonly chat: StaffChat }) => {
  const { stores, t } = useConsole();
  const me = useSlice(stores.staff, ({ selfId }) => selfId);
  const end = useSlice(stores.consults, ({ asked }) => asked.get(chat.chat)?.end ?? null);
  const { consult } = chat;
  if (consult !== null) {
    if (isMine(chat, me)) return <Asked chat={chat} consult={consult} />;
    return me !== null && memberOf(chat, me) ? <Joined chat={chat} consult={consult} /> : null;
  }
  if (end === null) return null;
  return (
    <Banner
      tone="call"
      icon="join"
      action={
        <Button size="small" onPress={() => stores.consults.patch(chat.chat, { end: null })}>
          {t('transfer.dismiss')}
        </Button>
      }
    >
      {t(`consult.over.${end.reason}`, { name: end.name ?? t('transfer.someone') })}
    </Banner>
  );
};
