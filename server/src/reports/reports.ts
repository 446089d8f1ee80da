import type { Organisation } from '@haven/shared/protocol/organisation';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { Area, Forecast, Period, Report } from '@haven/shared/protocol/reports';
import type { Retired } from '@haven/shared/protocol/retirement';
import { err, ok, type Result } from '@haven/shared/result';
import type { Instant } from '@haven/shared/units';
import { firstContactDay, keyOfReports, readContacts } from '../records/contact-records';
import type { Records } from '../records/open-records';
import { createNoise, type Noise } from './blur';
import { composeReport, isWithin } from './compose-report';
import { forecastOf, NO_FORECAST } from './forecast';
import { localHour } from './local-hour';
import { allClosedPeriods, closedPeriods, courseOf, spanOf } from './periods';

/** As long as a season, so that its usual week shows. */
const FORECAST_WEEKS = 13;

export type Reports = {
  readonly grid: () => Promise<readonly Period[]>;
  readonly read: (period: Period, area: Area) => Promise<Result<Report, ErrorCode>>;
  readonly forecast: (area: Area, atOnce: number) => Promise<Forecast>;
};

type Deps = {
  readonly records: Pick<Records, 'db'>;
  readonly organisation: () => Pick<Organisation, 'desks' | 'regions' | 'timeZone'>;
  readonly retired: () => Retired;
  readonly now: () => Instant;
  readonly random: (length: number) => Uint8Array;
};

/** What is published of the contact records, and nothing else of them leaves the server. */
export function createReports({ records: { db }, organisation, retired, now, random }: Deps): Reports {
  let noise: Promise<Noise> | null = null;
  const blur = (): Promise<Noise> => {
    noise ??= keyOfReports(db, () => random(32)).then(createNoise);
    noise.catch(() => {
      noise = null;
    });
    return noise;
  };
  /** The first day of which everything is kept, and today; null: there is nothing yet. */
  const range = async () => {
    const first = await firstContactDay(db);
    const { day: today } = localHour(organisation().timeZone, now());
    // Records go by whole years.
    return first === null ? null : { first: `${first.slice(0, 4)}-01-01`, earliest: first, today };
  };
  /** Periods that were over before the first chat are left out. */
  const published = async (): Promise<readonly Period[]> => {
    const known = await range();
    if (known === null) return [];
    return allClosedPeriods(known.first, known.today).filter(
      (period) => spanOf(period).until > known.earliest,
    );
  };

  /** Those in use, and what was so for at least a day of the period: it depends on no count whether a row is there. */
  const partsIn = (period: Period) => {
    const { desks, regions, timeZone } = organisation();
    const { from } = spanOf(period);
    const wasInUse = ({ retiredAt }: { readonly retiredAt: Instant }) =>
      localHour(timeZone, retiredAt).day >= from;
    const then = retired();
    return {
      desks: [...desks, ...then.desks.filter(wasInUse)],
      regions: [...regions, ...then.regions.filter(wasInUse)],
    };
  };

  return {
    grid: published,
    read: async (period, area) => {
      const grid = new Set(await published());
      if (!grid.has(period)) return err('not-published');
      const spans = [period, ...courseOf(period).filter((part) => grid.has(part))].map(spanOf);
      const from = spans.map((span) => span.from).toSorted()[0] ?? '';
      const until =
        spans
          .map((span) => span.until)
          .toSorted()
          .at(-1) ?? '';
      const records = await readContacts(db, { from, until });
      const given = {
        records,
        organisation: partsIn(period),
        noise: await blur(),
        isPublished: (part: Period) => grid.has(part),
      };
      return ok(composeReport(given, period, area));
    },
    forecast: async (area, atOnce) => {
      const known = await range();
      const all = known === null ? [] : closedPeriods('week', known.first, known.today);
      const weeks = all
        .filter((week) => known !== null && spanOf(week).from >= known.earliest)
        .slice(0, FORECAST_WEEKS);
      const [last] = weeks;
      const earliest = weeks.at(-1);
      if (last === undefined || earliest === undefined) return NO_FORECAST;
      const records = await readContacts(db, { from: spanOf(earliest).from, until: spanOf(last).until });
      return forecastOf({
        records: records.filter((record) => isWithin(record, area)),
        weeks: weeks.length,
        name: `${earliest} ${last} ${JSON.stringify(area)}`,
        noise: await blur(),
        atOnce,
      });
    },
  };
}
