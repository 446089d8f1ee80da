import type { Area } from '@haven/shared/protocol/reports';
import type { PlanDate } from '@haven/shared/protocol/roster-plan';
import { addDays, dateOf, mondayOf, startOfDay, weekOf } from '@haven/shared/roster/calendar';
import type { Hole } from '@haven/shared/roster/holes';
import { type Instant, minutes } from '@haven/shared/units';
import { useMemo, useState } from 'react';
import { Button } from '../../ui/button';
import { useConsole, useNow } from '../../ui/console-context';
import { Hidden } from '../../ui/hidden';
import { ForecastCard } from '../reports/forecast-card';
import { Choice } from '../settings/setting-controls';
import { CellDialog } from './cell-dialog';
import { HoleList } from './hole-list';
import { type PlanDialog, PlanDialogs } from './plan-dialogs';
import { RosterGrid } from './roster-grid';
import { cellsOf, columnsOf, type Place, type Scale } from './roster-grid-model';
import styles from './roster-page.module.css';
import { useAnswer } from './use-answer';
import { useNames, usePlans } from './use-roster';

const SCALES = ['week', 'day'] as const;
const STATES = ['draft', 'published'] as const;
const WHOLE: Area = { kind: 'organisation' };

/** Of the week or the day that has this moment. */
const columnOf = (scale: Scale, at: Instant, timeZone: string): number => {
  const day = dateOf(at, timeZone);
  const columns = columnsOf(scale, scale === 'week' ? mondayOf(day) : day, timeZone);
  return Math.max(
    0,
    columns.findIndex(({ from, until }) => from <= at && at < until),
  );
};

/** Who serves which region, for any week; and for those who plan, the draft of it. */
export const Planner = ({ timeZone }: { readonly timeZone: string }) => {
  const { t, times: time } = useConsole();
  const now = useNow();
  const minute = Math.floor(now / minutes(1)) * minutes(1);
  const plans = usePlans();
  const [scale, setScale] = useState<Scale>('week');
  const [state, setState] = useState<(typeof STATES)[number]>('draft');
  const [date, setDate] = useState<PlanDate>(() => dateOf(now, timeZone));
  const [place, setPlace] = useState<Place>(() => ({ row: 0, column: columnOf('week', now, timeZone) }));
  const [isOpen, setOpen] = useState(false);
  const [dialog, setDialog] = useState<PlanDialog | null>(null);
  const monday = mondayOf(date);
  const first = scale === 'week' ? monday : date;
  const look = { from: startOfDay(monday, timeZone), until: startOfDay(addDays(monday, 7), timeZone) };
  const { value: view, failed, again } = useAnswer('roster:look', look);
  const isKnown = view !== null;
  // Holes are those of eight weeks, whichever is shown, and stay while another one is on its way.
  const [latest, setLatest] = useState(view);
  if (view !== null && view !== latest) setLatest(view);
  const holes = latest?.holes ?? [];
  const names = useNames(view?.people ?? []);
  const draft = state === 'draft' ? (view?.draft ?? null) : null;
  const shifts = useMemo(() => draft ?? view?.published ?? [], [draft, view]);
  const columns = useMemo(() => columnsOf(scale, first, timeZone), [scale, first, timeZone]);
  const cells = useMemo(() => {
    // What was planned for a region before it was retired is still to be read.
    const past = names.retired.filter(({ id, retiredAt }) =>
      shifts.some(({ regions, from }) => from < retiredAt && regions.includes(id)),
    );
    const rows = [
      ...names.regions.map(({ id, name }) => ({ region: id, name })),
      ...past.map(({ id }) => ({ region: id, name: names.region(id), isRetired: true })),
      { region: null, name: t('roster.general') },
    ];
    // Of a week that is not known yet nothing is a hole.
    return cellsOf(scale, rows, columns, shifts, names.working, isKnown ? minute : Number.POSITIVE_INFINITY);
  }, [scale, columns, shifts, names, t, minute, isKnown]);

  const jump = ({ region, from }: Hole) => {
    const at = Math.max(from, now);
    const day = dateOf(at, timeZone);
    const row = cells.findIndex((row) => row[0]?.row.region === region);
    setDate(day);
    setPlace({ row: Math.max(0, row), column: columnOf(scale, at, timeZone) });
    document.querySelector<HTMLElement>('[role="grid"]')?.focus();
  };
  /** The first one after the cell with the focus, round and round. */
  const nextHole = () => {
    const from = columns[place.column]?.from ?? 0;
    const region = cells[place.row]?.[0]?.row.region ?? null;
    const rows = cells.map((row) => row[0]?.row.region ?? null);
    const rank = (hole: Hole) => [Math.max(hole.from, now), rows.indexOf(hole.region)] as const;
    const isAfter = (hole: Hole) => {
      const [at, row] = rank(hole);
      const until = columns[place.column]?.until ?? 0;
      return at >= until || (at >= from && row > rows.indexOf(region));
    };
    const next = holes.find(isAfter) ?? holes[0];
    if (next !== undefined) jump(next);
  };
  const turn = (step: 1 | -1) => setDate(addDays(date, scale === 'week' ? step * 7 : step));
  const cell = cells[place.row]?.[place.column];

  if (failed) {
    return (
      <p role="alert">
        {t('roster.failed')} <Button onPress={again}>{t('roster.again')}</Button>
      </p>
    );
  }
  return (
    <>
      {/* Before anything is planned there are no holes to tell of, and to say "none" would reassure falsely. */}
      {latest !== null && (latest.version > 0 || holes.length > 0) && (
        <HoleList holes={holes} now={now} time={time} names={names} onJump={jump} />
      )}
      {view?.version === 0 && <p className={styles['note']}>{t('roster.none')}</p>}
      <div className={styles['tools']}>
        <Button onPress={() => turn(-1)}>{t('roster.previous')}</Button>
        <Button
          onPress={() => {
            setDate(dateOf(now, timeZone));
            setPlace({ row: place.row, column: columnOf(scale, now, timeZone) });
          }}
        >
          {t('roster.today')}
        </Button>
        <Button onPress={() => turn(1)}>{t('roster.next')}</Button>
        <h3 className={styles['week']} aria-live="polite">
          {scale === 'week'
            ? t('roster.week', {
                week: weekOf(monday).week,
                from: time.day(look.from),
                until: time.day(look.until - 1),
              })
            : time.dayLong(columns[0]?.from ?? now)}
        </h3>
        <div className={styles['apart']}>
          <Choice
            label={t('roster.view')}
            values={SCALES}
            value={scale}
            nameOf={(one) => t(`roster.view.${one}`)}
            onChange={(one) => {
              setScale(one);
              setPlace({ row: place.row, column: columnOf(one, now, timeZone) });
            }}
          />
        </div>
        {plans && (
          <div className={styles['apart']}>
            <Choice
              label={t('roster.shown')}
              values={STATES}
              value={state}
              nameOf={(one) => t(`roster.shown.${one}`)}
              onChange={setState}
            />
          </div>
        )}
      </div>
      {plans && (
        <div className={styles['tools']}>
          <Button onPress={() => setDialog({ kind: 'generate' })}>{t('roster.generate')}</Button>
          <Button onPress={() => setDialog({ kind: 'copy', monday })}>{t('roster.copy')}</Button>
          <Button look="main" onPress={() => setDialog({ kind: 'publish' })}>
            {t('roster.publish')}
          </Button>
        </div>
      )}
      <p id="roster-grid-how" className={styles['keys']}>
        {t('roster.grid.how')}
      </p>
      {!isKnown && (
        <Hidden>
          <span role="status">{t('roster.loading')}</span>
        </Hidden>
      )}
      {/* It stays while another week is on its way, or the focus in it would be lost. */}
      <RosterGrid
        scale={scale}
        columns={columns}
        cells={cells}
        isKnown={isKnown}
        place={place}
        now={now}
        time={time}
        names={names}
        onPlace={setPlace}
        onOpen={(at) => {
          setPlace(at);
          setOpen(true);
        }}
        onTurn={turn}
        onNextHole={nextHole}
      />
      {view !== null && view.publishedAt !== null && (
        <p className={styles['small']}>
          {t('roster.version', { version: view.version, time: time.dayAndClock(view.publishedAt) })}
        </p>
      )}
      {/* What those who plan would look up beside it: how many people each hour of a week needs. */}
      {plans && <ForecastCard area={WHOLE} />}
      {isOpen && cell !== undefined && view !== null && (
        <CellDialog
          cell={cell}
          view={view}
          shifts={shifts}
          editable={plans && draft !== null}
          names={names}
          now={now}
          time={time}
          onClose={() => setOpen(false)}
        />
      )}
      {dialog !== null && view !== null && (
        <PlanDialogs dialog={dialog} view={view} names={names} time={time} onClose={() => setDialog(null)} />
      )}
    </>
  );
};
