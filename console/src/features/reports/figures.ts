import type { Language } from '@haven/shared/protocol/organisation';
import type { PublishedCount, Report } from '@haven/shared/protocol/reports';
import type { Translate } from '../../i18n/message-types';
import type { KnownPlaces } from '../../state/place-names';
import { deskWords, periodName, regionWords, valueName } from './report-words';

/** One table of a report in words; a picture is drawn from the same. */
export type Figure = {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly count: PublishedCount }[];
};

export const figuresOf = (
  report: Report,
  organisation: KnownPlaces,
  t: Translate,
  language: Language,
): readonly Figure[] => {
  const { course, desks, regions, tables } = report;
  const deskName = (id: string) => deskWords(id, organisation, t, language);
  const regionName = (id: string | null) => regionWords(id, organisation, t);
  const all: readonly Figure[] = [
    {
      id: 'course',
      title: t('reports.course'),
      rows: course.map(({ period, count }) => ({ name: periodName(period, t, language), count })),
    },
    {
      id: 'desks',
      title: t('reports.desks'),
      rows: desks.map(({ desk, count }) => ({ name: deskName(desk), count })),
    },
    {
      id: 'regions',
      title: t('reports.regions'),
      rows: regions.map(({ region, count }) => ({ name: regionName(region), count })),
    },
    ...tables.map(({ dimension, rows }) => ({
      id: dimension,
      title: t(`dimension.${dimension}`),
      rows: rows.map(({ value, count }) => ({ name: valueName(dimension, value, t, language), count })),
    })),
  ];
  return all.filter(({ rows }) => rows.length > 0);
};

/** Every table below the other, as they are shown: what is hidden there is hidden here. All rows are of three cells. */
export const sheetOf = (
  [period, whose]: readonly [string, string],
  chats: PublishedCount,
  figures: readonly Figure[],
  t: Translate,
): readonly (readonly (string | number)[])[] => [
  [period, whose, ''],
  [t('reports.blurred'), '', ''],
  [t('reports.table'), t('reports.row'), t('reports.chats')],
  [t('reports.chats'), '', chats ?? t('reports.few')],
  ...figures.flatMap(({ title, rows }) =>
    rows.map(({ name, count }) => [title, name, count ?? t('reports.few')] as const),
  ),
];
