import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
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
          <Alarms deskName={names.desk} />
          <RedChats red={board.red} people={board.people} deskName={names.desk} />
          <div className={styles['main']}>
            <PlacesTable
              title={t('board.desks')}
              isWall={isFull}
              rows={board.desks.map((row) => ({ ...row, id: row.desk, name: names.desk(row.desk) }))}
            />
            <PeopleTable isWall={isFull} people={board.people} deskName={names.desk} />
          </div>
          <AheadList ahead={board.ahead} deskName={names.desk} />
          <div className={styles['below']}>
            <QuarterChart quarters={board.quarters} usual={board.usual} />
            <PlacesTable
              title={t('board.regions')}
              isWall={false}
              rows={board.regions.map((row) => ({ ...row, id: row.region, name: names.region(row.region) }))}
            />
            <ThresholdForms board={board} deskName={names.desk} />
          </div>
        </>
      )}
    </main>
  );
};
