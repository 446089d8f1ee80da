import { type KeyboardEvent, useEffect, useRef } from 'react';
import { classes } from '../../ui/class-names';
import { useConsole } from '../../ui/console-context';
import { Hidden } from '../../ui/hidden';
import type { Times } from '../../ui/times';
import styles from './roster-grid.module.css';
import { type Cell, type Column, type Move, moveFrom, type Place, type Scale } from './roster-grid-model';
import type { Names } from './use-roster';

const MOVES: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'start',
  End: 'end',
};
/** A day with its evening, its night and who stands by. More would hide the rows below; the rest is a key away. */
const LINES = 6;

type GridProps = {
  readonly scale: Scale;
  readonly columns: readonly Column[];
  readonly cells: readonly (readonly Cell[])[];
  /** Whether what is planned then has come. */
  readonly isKnown: boolean;
  readonly place: Place;
  readonly now: number;
  readonly time: Times;
  readonly names: Names;
  readonly onPlace: (place: Place) => void;
  readonly onOpen: (place: Place) => void;
  readonly onTurn: (step: 1 | -1) => void;
  readonly onNextHole: () => void;
};

/** Regions as rows, time as columns: who serves whom, with what nobody serves in red. */
export const RosterGrid = (props: GridProps) => {
  const { scale, columns, cells, isKnown, place, now, time, names } = props;
  const { t } = useConsole();
  const here = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const nameHead = useRef<HTMLDivElement>(null);
  const nowHead = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The focus follows only where it already was in the grid, or the page would jump under its reader.
    if (grid.current?.contains(document.activeElement)) here.current?.focus();
  }, [place]);
  const first = columns[0]?.from;
  useEffect(() => {
    // Where there is room for a few days only, what is now stands beside the names.
    if (nowHead.current === null) return;
    const left = nowHead.current.offsetLeft - (nameHead.current?.offsetWidth ?? 0);
    scroller.current?.scrollTo({ left });
  }, [scale, first]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const far = event.ctrlKey && (event.key === 'Home' ? 'first' : event.key === 'End' && 'last');
    const move = far || MOVES[event.key];
    if (move) props.onPlace(moveFrom(place, move, cells.length, columns.length));
    else if (event.ctrlKey) return;
    else if (event.key === 'Enter' || event.key === ' ') props.onOpen(place);
    else if (event.key === 'PageUp') props.onTurn(-1);
    else if (event.key === 'PageDown') props.onTurn(1);
    else if (event.key === 'o' || event.key === 'O') props.onNextHole();
    else return;
    event.preventDefault();
  };
  return (
    <div ref={scroller} className={styles['scroll']}>
      <div
        ref={grid}
        role="grid"
        aria-label={t('roster.grid')}
        aria-describedby="roster-grid-how"
        aria-rowcount={cells.length + 1}
        aria-colcount={columns.length + 1}
        aria-busy={!isKnown}
        className={classes(styles['grid'], styles[scale])}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <div role="row" className={styles['row']}>
          <div ref={nameHead} role="columnheader" className={classes(styles['head'], styles['corner'])}>
            {t('roster.region')}
          </div>
          {columns.map((column) => (
            <div
              key={column.from}
              ref={isNow(column, now) ? nowHead : null}
              role="columnheader"
              className={classes(styles['head'], isNow(column, now) && styles['now'])}
            >
              {scale === 'week' ? time.day(column.from) : time.clock(column.from).slice(0, 2)}
            </div>
          ))}
        </div>
        {cells.map((row, rowIndex) => (
          <div key={row[0]?.row.region ?? 'general'} role="row" className={styles['row']}>
            <div role="rowheader" className={classes(styles['head'], styles['name'])}>
              {row[0]?.row.name}
            </div>
            {row.map((cell, column) => {
              const isHere = place.row === rowIndex && place.column === column;
              return (
                <div
                  // The same cell for another week, or the focus in it would be lost.
                  key={column}
                  ref={isHere ? here : null}
                  role="gridcell"
                  tabIndex={isHere ? 0 : -1}
                  className={classes(styles['cell'], cell.holes.length > 0 && styles['hole'])}
                  onClick={() => {
                    props.onPlace({ row: rowIndex, column });
                    props.onOpen({ row: rowIndex, column });
                  }}
                  onKeyDown={undefined}
                >
                  <CellText cell={cell} scale={scale} now={now} time={time} names={names} />
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
};

const CellText = ({
  cell,
  scale,
  now,
  time,
  names,
}: { readonly cell: Cell } & Pick<GridProps, 'scale' | 'now' | 'time' | 'names'>) => {
  const { t } = useConsole();
  const shown = cell.shifts.slice(0, LINES);
  const more = cell.shifts.length - shown.length;
  return (
    <>
      {cell.holes.map((hole) => (
        <span key={hole.from} className={styles['nobody']}>
          {scale === 'week' &&
            time.hours({
              from: Math.max(hole.from, cell.column.from),
              until: Math.min(hole.until, cell.column.until),
            })}{' '}
          {t('roster.nobody')}
        </span>
      ))}
      {shown.map((each) => (
        <span
          key={each.id}
          className={classes(
            styles['shift'],
            each.kind === 'standby' && styles['standby'],
            names.isMissing(each, now) && styles['gone'],
          )}
        >
          {scale === 'week' && <span className={styles['hours']}>{time.hours(each)} </span>}
          {names.person(each.staffId)}
          {each.kind === 'standby' && <Hidden> ({t('roster.standby')})</Hidden>}
          {names.isMissing(each, now) && <Hidden> ({t('roster.not-working')})</Hidden>}
        </span>
      ))}
      {more > 0 && <span className={styles['hours']}>{t('roster.more', { n: more })}</span>}
    </>
  );
};

const isNow = ({ from, until }: Column, now: number): boolean => from <= now && now < until;
