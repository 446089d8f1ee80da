import type { ConversationItem } from '@haven/shared/endpoint/conversation';
import { usePage } from '../../app/page';
import { Message } from './message';

type ConversationListProps = {
  readonly items: readonly ConversationItem[];
  /** Names by author; who is not named is called by the last counsellor's name. */
  readonly nameOf: (author: ConversationItem['author']) => string;
};

/** Plain text in the order of the conversation. What is new is read out elsewhere, so that nothing is read twice. */
export function ConversationList({ items, nameOf }: ConversationListProps) {
  const { t } = usePage();
  const newestOwn = items.reduce<ConversationItem | null>(
    (newest, item) => (item.author === 'visitor' ? item : newest),
    null,
  );
  return (
    <ol class="said-list">
      {items.map((item, at) => {
        const goesOn = items[at - 1]?.author === item.author;
        const speaker = item.author === 'visitor' ? t.value('chat.you') : nameOf(item.author);
        return (
          <Message
            key={item.id}
            item={item}
            speaker={goesOn ? null : speaker}
            newestOwn={item === newestOwn}
          />
        );
      })}
    </ol>
  );
}
