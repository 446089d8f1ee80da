import type { EndReason } from '@haven/shared/protocol/chat';
import { usePage } from '../../app/page';
import type { ChatState } from '../../chat/state';
import type { Translate } from '../../i18n/messages';
import { ClearHistory } from '../parts/clear-history';
import { ConversationList } from '../parts/conversation-list';
import { ScreenTitle } from '../parts/heading';
import { Survey } from '../parts/survey';
import { Telephones } from '../parts/telephones';

function words({ talkedWith }: ChatState, reason: EndReason, t: Translate): string {
  if (reason === 'visitor-closed' && talkedWith === null) return t('end.left');
  if (reason !== 'counsellor-closed') return t(`end.${reason}`);
  return talkedWith === null
    ? t('end.counsellor-closed.anyone')
    : t('end.counsellor-closed', { name: talkedWith });
}

export function Ended({ reason }: { readonly reason: EndReason }) {
  const { t, state, send } = usePage();
  const { items, names, talkedWith } = state.value;
  return (
    <>
      <ScreenTitle>{t.value('end.title')}</ScreenTitle>
      <p class="lead">{words(state.value, reason, t.value)}</p>
      {reason === 'blocked' ? <Telephones /> : talkedWith === null ? null : <Survey />}
      <details>
        <summary>{t.value('clear.title')}</summary>
        <ClearHistory />
      </details>
      {items.length === 0 ? null : (
        <details>
          <summary>{t.value('end.read')}</summary>
          <p class="hint">{t.value('end.read.hint')}</p>
          <ConversationList items={items} nameOf={(author) => names[author] ?? t.value('chat.anyone')} />
        </details>
      )}
      <p>
        <button type="button" class="quiet" onClick={() => send({ type: 'start' })}>
          {t.value('end.new')}
        </button>
      </p>
    </>
  );
}
