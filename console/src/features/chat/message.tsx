import type { ChatId } from '@haven/shared/ids';
import { Button } from '../../ui/button';
import { classes } from '../../ui/class-names';
import { useConsole, useSlice } from '../../ui/console-context';
import { Icon } from '../../ui/icon';
import styles from './message-list.module.css';
import type { PlacedItem } from './message-runs';

const useAuthorName = (author: PlacedItem['item']['author']): string => {
  const { stores, t } = useConsole();
  const { selfId, known } = useSlice(stores.staff, (staff) => staff);
  if (author === 'visitor') return t('chat.visitor');
  if (author === selfId) return t('chat.you');
  return known.items.get(author)?.displayName ?? t('chat.colleague');
};

const DeliveryLine = ({ chat, placed }: { readonly chat: ChatId; readonly placed: PlacedItem }) => {
  const { actions, stores, t } = useConsole();
  const goesOn = useSlice(stores.chats, ({ known }) => known.items.get(chat)?.phase !== 'ended');
  const { delivery, id } = placed.item;
  if (delivery === null || (!placed.last && delivery !== 'failed')) return null;
  return (
    <span className={classes(styles['state'], delivery === 'failed' && styles['failed'])}>
      {delivery === 'failed' && <Icon name="warning" />}
      {delivery === 'received' && <Icon name="check" />}
      {t(`delivery.${delivery}`)}
      {delivery === 'failed' && goesOn && (
        <Button size="small" onPress={() => actions.sendAgain(chat, id)}>
          {t('delivery.again')}
        </Button>
      )}
    </span>
  );
};

/** Text is a text node: nothing in it is ever a link, a picture or markup. */
export const Message = ({ chat, placed }: { readonly chat: ChatId; readonly placed: PlacedItem }) => {
  const { times } = useConsole();
  const { item, first, newDay } = placed;
  const name = useAuthorName(item.author);
  return (
    <>
      {newDay && (
        <li className={styles['day']}>
          <span>{times.dayLong(item.at)}</span>
        </li>
      )}
      <li
        className={classes(
          styles['item'],
          item.author !== 'visitor' && styles['mine'],
          first && styles['first'],
        )}
      >
        {first && (
          <span className={styles['head']}>
            {name} · {times.clock(item.at)}
          </span>
        )}
        <span className={styles['text']} dir="auto">
          {item.text}
        </span>
        <DeliveryLine chat={chat} placed={placed} />
      </li>
    </>
  );
};
