import { TIMING } from '@haven/shared/protocol/limits';
import type { QueueItem } from '@haven/shared/protocol/queue';
import type { Instant } from '@haven/shared/units';
import { GridListItem } from 'react-aria-components/GridList';
import { Button } from '../../ui/button';
import { classes } from '../../ui/class-names';
import { useConsole, useNow, useSlice } from '../../ui/console-context';
import { formatWait } from '../../ui/duration';
import { chatCode } from '../chat/chat-code';
import { answersLine, regionName } from '../chat/chat-words';
import { selfOf } from '../presence/staff-store';
import styles from './queue-list.module.css';
import { claimBar, waited } from './queue-order';

/** Most chats are in it; only another one is worth a word in a narrow row. */
const DESK_LANGUAGE = 'nl';

/** The only part of a row that moves every second. */
const Wait = ({ since }: { readonly since: Instant }) => {
  const wait = waited(since, useNow());
  return (
    <span className={classes(styles['wait'], wait >= TIMING.tellVisitor && styles['long'])}>
      {formatWait(wait)}
    </span>
  );
};

const Marks = ({ item }: { readonly item: QueueItem }) => {
  const { t } = useConsole();
  return (
    <>
      {item.returning && <span className={styles['mark']}>{t('queue.returning')}</span>}
      {!item.returning && item.reach.anyLanguage && (
        <span className={styles['mark']}>{t('queue.overflow')}</span>
      )}
      {!item.visitorConnected && <span className={styles['mark']}>{t('queue.disconnected')}</span>}
    </>
  );
};

const Claim = ({ item }: { readonly item: QueueItem }) => {
  const { actions, stores, t } = useConsole();
  const bar = claimBar(item, useSlice(stores.staff, selfOf));
  if (bar !== null) return <span className={styles['bar']}>{t(`queue.bar.${bar}`)}</span>;
  return (
    <Button
      look="quiet"
      size="small"
      aria-label={t('queue.claim-label', { code: chatCode(item.chat) })}
      onPress={() => void actions.claim(item.chat)}
    >
      {t('queue.claim')}
    </Button>
  );
};

export const QueueRow = ({ item, place }: { readonly item: QueueItem; readonly place: number }) => {
  const { stores, t, times } = useConsole();
  const organisation = useSlice(stores.desk, (desk) => desk.organisation);
  const region = regionName(item.answers, organisation, t);
  const about = answersLine(item.answers, DESK_LANGUAGE, t);
  const time = times.clock(item.enteredAt);
  return (
    <GridListItem
      id={item.chat}
      textValue={t('queue.item-label', { place, code: chatCode(item.chat), region, time })}
      className={classes(styles['row'])}
    >
      <span className={styles['line']}>
        <Wait since={item.enteredAt} />
        <span className={styles['region']}>{region}</span>
        <Marks item={item} />
      </span>
      <Claim item={item} />
      <span className={styles['about']}>{about}</span>
    </GridListItem>
  );
};
