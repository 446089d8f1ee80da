import type { Board } from '@haven/shared/protocol/board';
import { seconds } from '@haven/shared/units';
import { useRef } from 'react';
import { useConsole, useNow, useSlice } from '../../ui/console-context';
import { formatWait } from '../../ui/duration';
import { Icon } from '../../ui/icon';
import { SafetyMark } from '../../ui/safety-mark';
import { figuresOf, soonShare } from './board-figures';
import { alarmName } from './board-store';
import { useAlarmWords } from './use-alarm-words';
import { useNames } from './use-names';
import { useOpenHoles } from './use-open-holes';
import { useRoom } from './use-room';
import { presencesOf, type WallDesk, wallDesks, wallPage } from './wall-order';
import styles from './wall-board.module.css';

/** More desks than this stand in small cards, and take turns where there is no room for all. */
const CARDS = 12;
/** More that is urgent than this stands closer together. */
const FEW = 6;
/** Long enough to read a page of fifty. */
const PAGE_TIME = seconds(12);

/** The load of all desks as it hangs on a wall: what needs somebody first and in red, and nobody's name. */
export const WallBoard = ({ board }: { readonly board: Board }) => {
  const { stores, t, times } = useConsole();
  const organisation = useSlice(stores.desk, (desk) => desk.organisation);
  const alarms = useSlice(stores.board, (state) => state.alarms);
  const isHole = useOpenHoles(board.holes);
  const desks = wallDesks(board, alarms, isHole);
  return (
    <div className={styles['wall']}>
      <header className={styles['head']}>
        <h1>{organisation?.name ?? t('pages.board')}</h1>
        <p className={styles['clock']}>{times.clock(useNow())}</p>
      </header>
      <Urgent board={board} />
      <Figures board={board} />
      <Desks desks={desks} />
    </div>
  );
};

const Desks = ({ desks }: { readonly desks: readonly WallDesk[] }) => {
  const { stores, t } = useConsole();
  const list = useRef<HTMLUListElement>(null);
  const isMany = desks.length > CARDS;
  const room = useRoom(list, isMany);
  const turn = useSlice(stores.clock, ({ now }) => Math.floor(now / PAGE_TIME));
  const { shown, page, pages } = wallPage(desks, room, turn);
  return (
    <>
      <ul ref={list} className={styles['desks']} data-many={isMany} aria-label={t('board.desks')}>
        {shown.map((desk) => (
          <DeskCard key={desk.desk} desk={desk} />
        ))}
      </ul>
      {pages > 1 && (
        <p className={styles['pages']}>{t('board.wall-page', { page: page + 1, pages, n: desks.length })}</p>
      )}
    </>
  );
};

/** Red chats and alarms; a calm line where there are none. */
const Urgent = ({ board }: { readonly board: Board }) => {
  const { stores, t } = useConsole();
  const alarms = useSlice(stores.board, (state) => state.alarms);
  const names = useNames();
  const say = useAlarmWords(board.holes);
  const now = useNow();
  const red = board.red.toSorted(
    (one, other) => Number(other.aloneSince !== null) - Number(one.aloneSince !== null),
  );
  if (red.length + alarms.length === 0) {
    return (
      <p className={styles['quiet']} role="status">
        {t('board.no-alarms')}
      </p>
    );
  }
  return (
    <div role="alert">
      <ul
        className={styles['urgent']}
        data-many={red.length + alarms.length > FEW}
        aria-label={t('board.alarms')}
      >
        {red.map(({ desk, since, aloneSince }, index) => (
          <li key={`${desk} ${since} ${index}`} data-alone={aloneSince !== null}>
            <SafetyMark level="red" /> <strong>{names.desk(desk)}</strong>{' '}
            {aloneSince === null
              ? t('board.wall-red')
              : t('board.alone', { wait: formatWait(now - aloneSince) })}
          </li>
        ))}
        {alarms.map((alarm) => (
          <li key={alarmName(alarm)} data-alone="true">
            <Icon name="warning" /> <strong>{names.desk(alarm.desk)}</strong> {say(alarm)}
          </li>
        ))}
      </ul>
    </div>
  );
};

const Figures = ({ board }: { readonly board: Board }) => {
  const { t } = useConsole();
  const now = useNow();
  const { waiting, waitingSince, served, free, today } = figuresOf(board);
  const { available, busy, pause } = presencesOf(board.people);
  const share = soonShare(today);
  const figures = [
    { name: t('board.waiting'), value: String(waiting), isHot: waiting > free },
    { name: t('board.longest'), value: waitingSince === null ? '–' : formatWait(now - waitingSince) },
    { name: t('board.served'), value: String(served) },
    { name: t('board.free'), value: String(free), isHot: free === 0 },
    { name: t('presence.available'), value: String(available), isHot: available === 0 },
    { name: t('presence.busy'), value: String(busy) },
    { name: t('presence.pause'), value: String(pause) },
    { name: t('board.soon'), value: share === null ? '–' : `${share}%` },
  ];
  return (
    <dl className={styles['figures']}>
      {figures.map(({ name, value, isHot }) => (
        <div key={name} data-hot={isHot === true}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

const DeskCard = ({ desk }: { readonly desk: WallDesk }) => {
  const { t } = useConsole();
  const names = useNames();
  const { waiting, waitingSince, served, free, look } = desk;
  const state = stateOf(desk, t);
  return (
    <li className={styles['desk']} data-look={look}>
      <strong className={styles['name']}>{names.desk(desk.desk)}</strong>
      <span className={styles['waiting']}>
        {t('board.wall-waiting', { n: waiting })}
        {waitingSince !== null && <Wait since={waitingSince} />}
      </span>
      <span className={styles['rest']}>
        <span className={styles['load']}>{t('board.wall-served', { served, free })}</span>
        {state !== null && <em>{state}</em>}
      </span>
    </li>
  );
};

const Wait = ({ since }: { readonly since: number }) => (
  <span className={styles['wait']}>{formatWait(useNow() - since)}</span>
);

/** What is not as usual; null: open. */
const stateOf = (
  { isHole, isOpen, isPaused, isOverflowOpen }: WallDesk,
  t: ReturnType<typeof useConsole>['t'],
): string | null => {
  if (isPaused) return t('board.state.paused');
  if (isHole) return t('board.state.hole');
  if (!isOpen) return t('board.state.closed');
  return isOverflowOpen ? t('board.state.overflow') : null;
};
