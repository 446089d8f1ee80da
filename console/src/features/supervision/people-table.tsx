import type { DeskId } from '@haven/shared/ids';
import type { BoardPerson } from '@haven/shared/protocol/board';
import { memo } from 'react';
import { clockTime } from '../../ui/clock-time';
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
  return (
    <div className={styles['frame']} role="group" aria-label={t('board.people')}>
      <table className={styles['table']}>
        <caption className={styles['caption']}>{t('board.people')}</caption>
        <colgroup>
          <col className={styles['name-column']} />
          <col />
          <col className={styles['wide-column']} />
          <col />
          <col className={styles['wide-column']} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('board.name')}</th>
            <th scope="col">{t('presence.label')}</th>
            <th scope="col">{t('board.chats')}</th>
            <th scope="col" className={styles['number']}>
              {t('board.load')}
            </th>

            <th scope="col">{t('board.serves')}</th>
            <th scope="col" className={styles['number']}>
              {t('board.rested')}
            </th>
            <th scope="col" className={styles['number']}>
              {t('board.until')}
            </th>
          </tr>
        </thead>
        {people.length === 0 && (
          <tbody>
            <tr>
              <td colSpan={7}>{t('board.nobody')}</td>
            </tr>
          </tbody>
        )}
        {inGroups(people).map(({ group, people: those }) => (
          // A body for each group: whoever changes hers is one row less here and one more there, and the others stand.
          <tbody key={group}>
            {those.map((person) => (
              <PersonRow key={person.staffId} person={person} deskName={deskName} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
};

type RowProps = Omit<Props, 'people'> & { readonly person: BoardPerson };

/** Drawn again when this person changed; with five hundred of them that matters. */
const PersonRow = memo(({ person, deskName }: RowProps) => {
  const { t, language } = useConsole();
  const { presence, chats, otherwise, capacity, desks, isConnected, isStandby, restedAt, until } = person;
  return (
    <tr>
      <th scope="row">{person.displayName}</th>
      <td>
        <span className={styles['presence']}>
          <PresenceMark presence={presence} />
          {isConnected ? t(`presence.${presence}`) : t('board.lost')}
        </span>
      </td>
      <td>
        <span className={styles['chats']}>
          {chats.map(({ since, safety }, index) => (
            <span key={`${since} ${index}`} className={styles['chat']}>
              <SafetyMark level={safety} />
              <Hidden>{safety === null ? t('safety.none') : t(`safety.${safety}`)}: </Hidden>
              <Minutes since={since} />
            </span>
          ))}
        </span>
      </td>
      <td className={styles['number']}>
        {t('presence.load', { chats: chats.length + otherwise, capacity })}
      </td>

      <td>{isStandby ? t('board.standby') : desksOf(desks, deskName, t)}</td>
      <td className={styles['number']}>
        <Minutes since={restedAt} />
      </td>
      <td className={styles['number']}>{until === null ? '–' : clockTime(until, language)}</td>
    </tr>
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
