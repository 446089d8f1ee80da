import { usePage } from '../../app/page';
import { ConversationList } from '../parts/conversation-list';
import { ScreenTitle } from '../parts/heading';
import { Notices } from '../parts/notices';
import { Person } from '../parts/person';
import { QuestionsToVisitor } from '../parts/questions-to-visitor';
import { Newest } from '../parts/newest';

export function Conversation() {
  const { t, state } = usePage();
  const { items, names, talkedWith, encryption } = state.value;
  const typing = encryption?.counsellorTyping === true && encryption.link?.state === 'secure';
  return (
    <>
      <div class="unseen">
        <ScreenTitle>
          {talkedWith === null ? t.value('chat.title.anyone') : t.value('chat.title', { name: talkedWith })}
        </ScreenTitle>
      </div>
      <Person />
      <div class="talk">
        {items.length === 0 && talkedWith !== null && encryption?.link?.state === 'secure' ? (
          <p class="hint">{t.value('chat.started', { name: talkedWith })}</p>
        ) : null}
        <ConversationList items={items} nameOf={(author) => names[author] ?? t.value('chat.anyone')} />
        {typing ? (
          <p class="typing">
            <span aria-hidden="true" class="dots" />
            {t.value('chat.typing', { name: talkedWith ?? t.value('chat.anyone') })}
          </p>
        ) : null}
        <Notices />
        <QuestionsToVisitor />
        <Newest items={items} typing={typing} />
      </div>
    </>
  );
}
