import type { Roster } from '@haven/shared/roster/roster';
import type { Clock } from '@haven/shared/transport/socket-port';
import { days, hours, type Instant, minutes } from '@haven/shared/units';
import type { Db } from '../records/database';
import type { Records } from '../records/open-records';
import { lastPublication, readShifts } from '../records/roster-shifts';

/** What routing looks at; read anew long before its end is reached. */
const BEHIND = days(1);
const AHEAD = days(56);
const READ_AGAIN = hours(6);
const TRY_AGAIN = minutes(1);

/** The published roster around now, the same on every node within a second of a publication. */
export type LiveRoster = {
  /** Null before the first publication. */
  readonly current: () => Roster | null;
  /**
   * Calls back when the roster, its draft or a swap has changed; `isPublished` when `current` is another one by that.
   * Gives the way to end it.
   */
  readonly onChange: (callback: (isPublished: boolean) => void) => () => void;
  readonly stop: () => void;
};

type Deps = {
  readonly records: Pick<Records, 'db' | 'onChange'>;
  readonly timeZone: () => string;
  readonly clock: Clock;
  readonly onFault: (thrown: unknown) => void;
};

export async function openLiveRoster({ records, timeZone, clock, onFault }: Deps): Promise<LiveRoster> {
  let roster: Roster | null = null;
  let isStopped = false;
  let cancel = (): void => undefined;
  let asked = 0;
  let known = 0;

  const callbacks = new Set<(isPublished: boolean) => void>();
  const read = async (): Promise<void> => {
    asked += 1;
    const own = asked;
    const found = await readRoster(records.db, timeZone(), clock.now());
    // A read that took longer than a later one knows less.
    if (own < known) return;
    known = own;
    const isPublished = found?.version !== roster?.version;
    roster = found;
    for (const callback of callbacks) callback(isPublished);
  };
  const readAgain = (): void => {
    cancel();
    read()
      .then(
        () => READ_AGAIN,
        (thrown: unknown) => {
          onFault(thrown);
          return TRY_AGAIN;
        },
      )
      .then((delay) => {
        cancel();
        if (!isStopped) cancel = clock.after(delay, readAgain);
      }, onFault);
  };

  const end = records.onChange('roster', readAgain);
  await read();
  cancel = clock.after(READ_AGAIN, readAgain);
  return {
    current: () => roster,
    onChange: (callback) => {
      callbacks.add(callback);
      return () => void callbacks.delete(callback);
    },
    stop: () => {
      isStopped = true;
      end();
      cancel();
    },
  };
}

async function readRoster(db: Db, timeZone: string, now: Instant): Promise<Roster | null> {
  const publication = await lastPublication(db);
  if (publication === null) return null;
  const shifts = await readShifts(db, 'published', { from: now - BEHIND, until: now + AHEAD });
  return { version: publication.version, timeZone, shifts };
}
