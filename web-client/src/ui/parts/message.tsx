import type { ConversationItem, Delivery } from '@haven/shared/endpoint/conversation';
import { usePage } from '../../app/page';
import { Icon } from './icons';

const clockOf = (language: string, at: number): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

function State({ delivery, id, spelled }: { delivery: Delivery; id: string; spelled: boolean }) {
  const { t, send } = usePage();
  return (
    <span class={`state ${delivery}`}>
      <Icon name={delivery} />
      <span class={spelled || delivery === 'failed' ? undefined : 'unseen'}>
        {t.value(`chat.${delivery}`)}
      </span>
      {delivery === 'failed' ? (
        <button type="button" class="link" onClick={() => send({ type: 'send-again', id })}>
          {t.value('chat.again')}
        </button>
      ) : null}
    </span>
  );
}

type MessageProps = {
  readonly item: ConversationItem;
  /** Shown where the speaker changes; null where it goes on. */
  readonly speaker: string | null;
  /** The newest of one's own says its state in words; the others show it. */
  readonly newestOwn: boolean;
};

export function Message({ item, speaker, newestOwn }: MessageProps) {
  const { language } = usePage();
  const own = item.author === 'visitor';
  return (
    <li class={own ? 'said own' : 'said theirs'}>
      {speaker === null ? null : <span class={own ? 'unseen' : 'speaker'}>{speaker}</span>}
      <p>
        <span dir="auto">{item.text}</span>
      </p>
      <span class="meta">
        <time dateTime={new Date(item.at).toISOString()}>{clockOf(language.value, item.at)}</time>
        {item.delivery === null ? null : <State delivery={item.delivery} id={item.id} spelled={newestOwn} />}
      </span>
    </li>
  );
}
