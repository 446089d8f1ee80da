import type { DeskId } from '@haven/shared/ids';
import type { BoardPerson } from '@haven/shared/protocol/board';
import { memo } from 'react';
import { clockTime } from '../../ui/clock-time';
import { useConsole, useSlice } from '../../ui/console-context';
import { Hidden } from '../../ui/hidden';
import { SafetyMark } from '../../ui/safety-mark';
import { PresenceMark } from '../presence/presence-mark';
import { inOrder } from './board-figures';
import styles from './table.module.css';

type DeskName = (id: DeskId) => string;
type Props = {
  readonly people: readonly BoardPerson[];
  readonly deskName: DeskName;
};

const MINUTE = 60_000;

/** Who is there, with whom, and for how long. Durations are in minutes, so that rows stand still within one. */
export const PeopleTable = ({ people, deskName }: Props) => {
  const { stores, t } = useConsole();
  const minute = useSlice(stores.clock, ({ now }) => Math.floor(now / MINUTE) * MINUTE);
  return (
    <div className={styles['frame']} role="group" aria-label={t('board.people')}>
      <table className={styles['table']}>
        <caption className={styles['caption']}>{t('board.people')}</caption>
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
        <tbody>
          {people.length === 0 && (
            <tr>
              <td colSpan={7}>{t('board.nobody')}</td>
            </tr>
          )}
          {inOrder(people).map((person) => (
            <PersonRow key={person.staffId} person={person} minute={minute} deskName={deskName} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

type RowProps = Omit<Props, 'people'> & { readonly person: BoardPerson; readonly minute: number };

/** Drawn again when this person or the minute changed; with five hundred of them that matters. */
const PersonRow = memo(({ person, minute, deskName }: RowProps) => {
  const { t, language } = useConsole();
  const { presence, chats, otherwise, capacity, desks, isConnected, isStandby, restedAt, until } = person;
  const minutes = (since: number) =>
    t('board.minutes', { n: Math.max(0, Math.floor((minute + MINUTE - 1 - since) / MINUTE)) });
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
              {minutes(since)}
            </span>
          ))}
        </span>
      </td>
      <td className={styles['number']}>
        {t('presence.load', { chats: chats.length + otherwise, capacity })}
      </td>

      <td>{isStandby ? t('board.standby') : desksOf(desks, deskName, t)}</td>
      <td className={styles['number']}>{minutes(restedAt)}</td>
      <td className={styles['number']}>{until === null ? '–' : clockTime(until, language)}</td>
    </tr>
  );
});

const desksOf = (
  desks: readonly DeskId[],
  deskName: DeskName,
  t: ReturnType<typeof useConsole>['t'],
): string =>
  desks.length > 2 ? t('board.desk-count', { n: desks.length }) : desks.map((id) => deskName(id)).join(', ');
