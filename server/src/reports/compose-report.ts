import type { ContactRecord } from '@haven/shared/protocol/contact-record';
import type { Organisation } from '@haven/shared/protocol/organisation';
import {
  type Area,
  DIMENSIONS,
  type Period,
  type PublishedCount,
  type Report,
} from '@haven/shared/protocol/reports';
import { blurred, type Noise } from './blur';
import { ASPECTS } from './dimensions';
import { courseOf, spanOf } from './periods';

/** What names an area in a cell. */
function nameOf(area: Area): string {
  switch (area.kind) {
    case 'organisation':
      return 'organisation';
    case 'desk':
      return `desk ${area.desk}`;
    case 'region':
      return `region ${area.region ?? '-'}`;
    default:
      return area satisfies never;
  }
}

export function isWithin(record: ContactRecord, area: Area): boolean {
  if (area.kind === 'desk') return record.desk === area.desk;
  return area.kind === 'organisation' || record.region === area.region;
}

/** A number that is, or might be, published. Its name decides its noise, so it is the same in every report. */
export type Cell = { readonly name: string; readonly count: number };

export function chatsCell(records: readonly ContactRecord[], period: Period, area: Area): Cell {
  const { from, until } = spanOf(period);
  const counted = records.filter(
    (record) => record.day >= from && record.day < until && isWithin(record, area),
  );
  return { name: `${period}|${nameOf(area)}|chats`, count: counted.length };
}

type Parts = {
  readonly desks: readonly Pick<Organisation['desks'][number], 'id'>[];
  readonly regions: readonly Pick<Organisation['regions'][number], 'id'>[];
};

type Given = {
  /** At least all of the period and of the periods of its course. */
  readonly records: readonly ContactRecord[];
  /** Those of the period, whether they are in use now or retired since. */
  readonly organisation: Parts;
  readonly noise: Noise;
  readonly isPublished: (period: Period) => boolean;
};

export function composeReport(given: Given, period: Period, area: Area): Report {
  const { organisation, noise, records } = given;
  const publish = ({ name, count }: Cell): PublishedCount => blurred(count, noise(name));
  const chats = (within: Area, when = period) => publish(chatsCell(records, when, within));
  const { from, until } = spanOf(period);
  const mine = records.filter((record) => record.day >= from && record.day < until && isWithin(record, area));
  const isWhole = area.kind === 'organisation';
  return {
    period,
    area,
    chats: chats(area),
    tables: DIMENSIONS.map((dimension) => {
      const { values, of } = ASPECTS[dimension];
      const counts = countsOf(mine.map(of));
      return {
        dimension,
        rows: values.map((value) => ({
          value,
          count: publish({
            name: `${period}|${nameOf(area)}|${dimension} ${value}`,
            count: counts.get(value) ?? 0,
          }),
        })),
      };
    }),
    course: courseOf(period)
      .filter(given.isPublished)
      .map((part) => ({ period: part, count: chats(area, part) })),
    desks: isWhole
      ? organisation.desks.map(({ id }) => ({ desk: id, count: chats({ kind: 'desk', desk: id }) }))
      : [],
    regions: isWhole
      ? [...organisation.regions.map(({ id }) => id), null].map((region) => ({
          region,
          count: chats({ kind: 'region', region }),
        }))
      : [],
  };
}

function countsOf(lists: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of lists.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
