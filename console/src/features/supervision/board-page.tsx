import type { DeskHole } from '@haven/shared/protocol/board';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { AheadList } from './ahead-list';
import { Alarms } from './alarms';
import styles from './board-page.module.css';
import { BoardTotals } from './board-totals';
import { DisplaysSection } from './displays-section';
import { PeopleTable } from './people-table';
import { PlacesTable } from './places-table';
import { QuarterChart } from './quarter-chart';
import { RedChats } from './red-chats';
import { ThresholdForms } from './threshold-form';
import { useBoard } from './use-board';
import { useNames } from './use-names';
import { useOpenHoles } from './use-open-holes';
import { WallBoard } from './wall-board';

const NONE: readonly DeskHole[] = [];
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
  if (isFull && board !== null) {
    return (
      <main id="page" ref={place} className={styles['full']} tabIndex={-1}>
        <WallBoard board={board} />
      </main>
    );
  }
  return (
    <main id="page" ref={place} className={styles['page']} tabIndex={-1}>
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
              rows={board.desks.map((load) => ({
                id: load.desk,
                name: names.desk(load.desk),
                isHole: isHole(load.desk),
                load,
              }))}
            />
            <PeopleTable people={board.people} deskName={names.desk} />
          </div>
          <AheadList ahead={board.ahead} deskName={names.desk} />
          <div className={styles['below']}>
            <QuarterChart quarters={board.quarters} usual={board.usual} />
            <PlacesTable
              title={t('board.regions')}
              rows={board.regions.map((load) => ({
                id: load.region,
                name: names.region(load.region),
                isHole: isHole(names.deskOf(load.region)),
                load,
              }))}
            />
            <ThresholdForms board={board} deskName={names.desk} />
            <DisplaysSection />
          </div>
        </>
      )}
    </main>
  );
};
