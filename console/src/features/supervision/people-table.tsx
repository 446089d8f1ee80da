import type { DeskId } from '@haven/shared/ids';
import type { BoardPerson } from '@haven/shared/protocol/board';
import { memo, useId } from 'react';
import { useConsole, useSlice } from '../../ui/console-context';
import { Hidden } from '../../ui/hidden';
import { SafetyMark } from '../../ui/safety-mark';
import { PresenceMark } from '../presence/presence-mark';
import { inGroups } from './board-figures';
import styles from './table.module.css';

type DeskName = (id: DeskId) => string;
type Props = {
  readonly people: readonly BoardPerson[];
  readonly deskName: DeskName;
};

const MINUTE = 60_000;

/** Who is there, with whom, and for how long. */
export const PeopleTable = ({ people, deskName }: Props) => {
  const { t } = useConsole();
  const id = useId();
  return (
    <section className={styles['frame']} aria-labelledby={id}>
      <h2 id={id} className={styles['title']}>
        {t('board.people')}
      </h2>
      <div role="table" aria-labelledby={id} className={styles['people']}>
        <div role="rowgroup" className={styles['head']}>
          <div role="row" className={styles['row']}>
            <div role="columnheader">{t('board.name')}</div>
            <div role="columnheader">{t('presence.label')}</div>
            <div role="columnheader">{t('board.chats')}</div>
            <div role="columnheader" className={styles['number']}>
              {t('board.load')}
            </div>
            <div role="columnheader">{t('board.serves')}</div>
            <div role="columnheader" className={styles['number']}>
              {t('board.rested')}
            </div>
            <div role="columnheader" className={styles['number']}>
              {t('board.until')}
            </div>
          </div>
        </div>
        {people.length === 0 && (
          <div role="rowgroup">
            <div role="row" className={styles['row']}>
              <div role="cell" className={styles['across']}>
                {t('board.nobody')}
              </div>
            </div>
          </div>
        )}
        {inGroups(people).map(({ group, people: those }) => (
          // A body for each group: whoever changes hers is one row less here and one more there, and the others stand.
          <div role="rowgroup" key={group}>
            {those.map((person) => (
              <PersonRow key={person.staffId} person={person} deskName={deskName} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
};

type RowProps = Omit<Props, 'people'> & { readonly person: BoardPerson };

/** Drawn again when this person changed; with five hundred of them that matters. */
const PersonRow = memo(({ person, deskName }: RowProps) => {
  const { t, times } = useConsole();
  const { presence, chats, otherwise, capacity, desks, isConnected, isStandby, restedAt, until } = person;
  return (
    <div role="row" className={styles['row']}>
      <div role="rowheader">{person.displayName}</div>
      <div role="cell" data-label={t('presence.label')}>
        <span className={styles['presence']}>
          <PresenceMark presence={presence} />
          {isConnected ? t(`presence.${presence}`) : t('board.lost')}
        </span>
      </div>
      <div role="cell" data-label={t('board.chats')}>
        <span className={styles['chats']}>
          {chats.map(({ since, safety }, index) => (
            <span key={`${since} ${index}`} className={styles['chat']}>
              <SafetyMark level={safety} />
              <Hidden>{safety === null ? t('safety.none') : t(`safety.${safety}`)}: </Hidden>
              <Minutes since={since} />
            </span>
          ))}
        </span>
      </div>
      <div role="cell" data-label={t('board.load')} className={styles['number']}>
        {t('presence.load', { chats: chats.length + otherwise, capacity })}
      </div>
      <div role="cell" data-label={t('board.serves')}>
        {isStandby ? t('board.standby') : desksOf(desks, deskName, t)}
      </div>
      <div role="cell" data-label={t('board.rested')} className={styles['number']}>
        <Minutes since={restedAt} />
      </div>
      <div role="cell" data-label={t('board.until')} className={styles['number']}>
        {until === null ? '–' : times.clock(until)}
      </div>
    </div>
  );
});

/** All that moves with the time: not five hundred rows at each full minute. */
const Minutes = ({ since }: { readonly since: number }) => {
  const { stores, t } = useConsole();
  const n = useSlice(stores.clock, ({ now }) => Math.max(0, Math.floor((now - since) / MINUTE)));
  return t('board.minutes', { n });
};

const desksOf = (
  desks: readonly DeskId[],
  deskName: DeskName,
  t: ReturnType<typeof useConsole>['t'],
): string =>
  desks.length > 2 ? t('board.desk-count', { n: desks.length }) : desks.map((id) => deskName(id)).join(', ');
