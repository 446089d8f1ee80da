import { ENDINGS, FOR_WHOM, SAFETY_LEVELS, TOPICS } from '@haven/shared/protocol/chat';
import {
  ACTIONS,
  type ContactRecord,
  DURATION_CLASSES,
  REGISTRATIONS,
  SKIP_REASONS,
  WAIT_CLASSES,
} from '@haven/shared/protocol/contact-record';
import { LANGUAGES } from '@haven/shared/protocol/organisation';
import type { Dimension } from '@haven/shared/protocol/reports';
import { SURVEY_ANSWERS } from '@haven/shared/protocol/survey';
import { weekdayOf } from './periods';

const UNKNOWN = 'unknown';

type Aspect = {
  /** Every value, counted or not: that a row is missing would tell something. */
  readonly values: readonly string[];
  readonly of: (record: ContactRecord) => readonly string[];
};

const upTo = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `${index}`);
const one = (value: string | null): readonly string[] => [value ?? UNKNOWN];
const many = (values: readonly string[]): readonly string[] => (values.length === 0 ? [UNKNOWN] : values);

export const ASPECTS: { readonly [D in Dimension]: Aspect } = {
  wait: { values: WAIT_CLASSES, of: ({ wait }) => [wait] },
  duration: { values: DURATION_CLASSES, of: ({ duration }) => (duration === null ? [] : [duration]) },
  ended: { values: ENDINGS, of: ({ ended }) => [ended] },
  forWhom: { values: [...FOR_WHOM, UNKNOWN], of: ({ forWhom }) => one(forWhom) },
  topics: { values: [...TOPICS, UNKNOWN], of: ({ topics }) => many(topics) },
  safety: { values: [...SAFETY_LEVELS, UNKNOWN], of: ({ safety }) => one(safety) },
  actions: { values: [...ACTIONS, UNKNOWN], of: ({ actions }) => many(actions) },
  language: { values: LANGUAGES, of: ({ language }) => [language] },
  hour: { values: upTo(24), of: ({ hour }) => [`${hour}`] },
  weekday: { values: upTo(7), of: ({ day }) => [`${weekdayOf(day)}`] },
  helped: { values: SURVEY_ANSWERS, of: ({ helped }) => (helped === null ? [] : [helped]) },
  safer: { values: SURVEY_ANSWERS, of: ({ safer }) => (safer === null ? [] : [safer]) },
  registration: { values: REGISTRATIONS, of: ({ registration }) => [registration] },
  skipReason: { values: SKIP_REASONS, of: ({ skipReason }) => (skipReason === null ? [] : [skipReason]) },
};
