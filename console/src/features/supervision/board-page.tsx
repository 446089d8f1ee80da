import type { DeskId } from '@haven/shared/ids';
import type { DeskHole } from '@haven/shared/protocol/board';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../ui/button';
import { useConsole, useSlice } from '../../ui/console-context';
import { AheadList } from './ahead-list';
import { Alarms } from './alarms';
import styles from './board-page.module.css';
import { BoardTotals } from './board-totals';
import { PeopleTable } from './people-table';
import { PlacesTable } from './places-table';
import { QuarterChart } from './quarter-chart';
import { RedChats } from './red-chats';
import { ThresholdForms } from './threshold-form';
import { useBoard } from './use-board';
import { useNames } from './use-names';

const NONE: readonly DeskHole[] = [];
const MINUTE = 60_000;

/** For which desks the roster has nobody at this moment. */
const useOpenHoles = (holes: readonly DeskHole[]): ((desk: DeskId | null) => boolean) => {
  const { stores } = useConsole();
  const minute = useSlice(stores.clock, ({ now }) => Math.floor(now / MINUTE) * MINUTE);
  return useMemo(() => {
    const open = holes.filter(({ from, until }) => from <= minute && minute < until);
    const desks = new Set(open.map(({ desk }) => desk));
    return (desk) => desk !== null && desks.has(desk);
  }, [holes, minute]);
};

/** Whether this element fills the screen, and how to make it so; null where the browser cannot. */
const useFullScreen = () => {
  const place = useRef<HTMLElement>(null);
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    const look = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, []);
  const fill = document.fullscreenEnabled ? () => void place.current?.requestFullscreen() : null;
  return { place, isFull, fill };
};

/** The load of all desks: what a supervisor looks at, and what hangs on a wall. */
export const BoardPage = () => {
  const { t } = useConsole();
  const board = useBoard();
  const names = useNames();
  const isHole = useOpenHoles(board?.holes ?? NONE);
  const { place, isFull, fill } = useFullScreen();
  return (
    <main id="page" ref={place} className={styles['page']} data-wall={isFull} tabIndex={-1}>
      <div className={styles['head']}>
        <h1 className={styles['title']}>{t('pages.board')}</h1>
        {fill !== null && !isFull && <Button onPress={fill}>{t('board.full-screen')}</Button>}
      </div>
      {board === null ? (
        <p role="status">{t('board.opening')}</p>
      ) : (
        <>
          <BoardTotals board={board} />
          <Alarms holes={board.holes} deskName={names.desk} />
          <RedChats red={board.red} people={board.people} deskName={names.desk} />
          <div className={styles['main']}>
            <PlacesTable
              title={t('board.desks')}
              isWall={isFull}
              rows={board.desks.map((row) => ({
                ...row,
                id: row.desk,
                name: names.desk(row.desk),
                isHole: isHole(row.desk),
              }))}
            />
            <PeopleTable isWall={isFull} people={board.people} deskName={names.desk} />
          </div>
          <AheadList ahead={board.ahead} deskName={names.desk} />
          <div className={styles['below']}>
            <QuarterChart quarters={board.quarters} usual={board.usual} />
            <PlacesTable
              title={t('board.regions')}
              isWall={false}
              rows={board.regions.map((row) => ({
                ...row,
                id: row.region,
                name: names.region(row.region),
                isHole: isHole(names.deskOf(row.region)),
              }))}
            />
            <ThresholdForms board={board} deskName={names.desk} />
          </div>
        </>
      )}
    </main>
  );
};
