import { ENDINGS, FOR_WHOM, SAFETY_LEVELS, TOPICS } from '@haven/shared/protocol/chat';
import {
  ACTIONS,
  DURATION_CLASSES,
  REGISTRATIONS,
  SKIP_REASONS,
  WAIT_CLASSES,
} from '@haven/shared/protocol/contact-record';
import { type Language, LANGUAGES } from '@haven/shared/protocol/organisation';
import type { Area, Dimension, Period } from '@haven/shared/protocol/reports';
import { SURVEY_ANSWERS } from '@haven/shared/protocol/survey';
import type { Translate } from '../../i18n/message-types';
import { deskNameOf, type KnownPlaces, regionNameOf } from '../../state/place-names';
import { localeOf, weekdayName } from '../../ui/times';

const table = <V extends string>(
  values: readonly V[],
  of: (value: V) => string,
): ReadonlyMap<string, string> => new Map(values.map((value) => [value, of(value)]));

/** What the values of a dimension are called. */
const wordsOf = (dimension: Dimension, t: Translate, language: Language): ReadonlyMap<string, string> => {
  switch (dimension) {
    case 'wait':
      return table(WAIT_CLASSES, (value) => t(`wait-class.${value}`));
    case 'duration':
      return table(DURATION_CLASSES, (value) => t(`duration-class.${value}`));
    case 'ended':
      return table(ENDINGS, (value) => t(`end-class.${value}`));
    case 'forWhom':
      return table(FOR_WHOM, (value) => t(`for-whom.${value}`));
    case 'topics':
      return table(TOPICS, (value) => t(`topic.${value}`));
    case 'safety':
      return table(SAFETY_LEVELS, (value) => t(`safety.${value}`));
    case 'actions':
      return table(ACTIONS, (value) => t(`action.${value}`));
    case 'language':
      return table(LANGUAGES, (value) => t(`language.${value}`));
    case 'helped':
    case 'safer':
      return table(SURVEY_ANSWERS, (value) => t(`survey.${value}`));
    case 'registration':
      return table(REGISTRATIONS, (value) => t(`registration.${value}`));
    case 'skipReason':
      return table(SKIP_REASONS, (value) => t(`skip.${value}`));
    case 'weekday':
      return new Map(Array.from({ length: 7 }, (_, day) => [`${day}`, weekdayName(day + 1, language)]));
    case 'hour':
      return new Map(Array.from({ length: 24 }, (_, hour) => [`${hour}`, `${hour}–${hour + 1}`]));
    default:
      return dimension satisfies never;
  }
};

export const valueName = (dimension: Dimension, value: string, t: Translate, language: Language): string =>
  wordsOf(dimension, t, language).get(value) ?? t('reports.unknown');

/** `2026-W48` as people say it. */
export const periodName = (period: Period, t: Translate, language: Language): string => {
  const year = period.slice(0, 4);
  const part = period.slice(5);
  if (part === '') return year;
  if (part.startsWith('W')) return t('reports.week', { n: Number(part.slice(1)), year });
  if (part.startsWith('Q')) return t('reports.quarter', { n: part.slice(1), year });
  return new Intl.DateTimeFormat(localeOf(language), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.UTC(Number(year), Number(part) - 1, 15));
};

/** A desk of which there were chats, in use or retired since. */
export const deskWords = (id: string, known: KnownPlaces, t: Translate, language: Language): string => {
  const name = deskNameOf(known, id, language) ?? id;
  return known?.retired.desks.some((desk) => desk.id === id) === true ? t('reports.retired', { name }) : name;
};

export const regionWords = (id: string | null, known: KnownPlaces, t: Translate): string => {
  const name = regionNameOf(known, id) ?? id ?? t('chat.no-region');
  const isRetired = known?.retired.regions.some((region) => region.id === id) === true;
  return isRetired ? t('reports.retired', { name }) : name;
};

/** Whose chats a report counts. */
export const areaName = (area: Area, known: KnownPlaces, t: Translate, language: Language): string => {
  if (area.kind === 'organisation') return t('reports.everybody');
  if (area.kind === 'desk') return deskWords(area.desk, known, t, language);
  return regionWords(area.region, known, t);
};
