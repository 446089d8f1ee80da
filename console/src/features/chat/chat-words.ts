import type { Answers } from '@haven/shared/protocol/chat';
import type { Language } from '@haven/shared/protocol/organisation';
import type { DeskId } from '@haven/shared/ids';
import { deskNameOf, type KnownPlaces, regionNameOf } from '../../state/place-names';
import { ago } from '../../ui/duration';
import type { Translate } from '../../i18n/message-types';
import type { ChatStatus } from './chat-status';

export const regionName = (answers: Answers, organisation: KnownPlaces, t: Translate): string =>
  regionNameOf(organisation, answers.region) ?? t('chat.no-region');

export const deskName = (id: DeskId, organisation: KnownPlaces, language: Language): string =>
  deskNameOf(organisation, id, language) ?? id;

/** What was answered beside the region, in one line; the language first only where it is not the desk's own. */
export const answersLine = (answers: Answers, desk: Language, t: Translate): string =>
  [
    ...(answers.language === desk ? [] : [t(`language.${answers.language}`)]),
    ...(answers.forWhom === null ? [] : [t(`for-whom.${answers.forWhom}`)]),
    ...answers.topics.map((topic) => t(`topic.${topic}`)),
  ].join(' · ');

export const agoWords = (since: number, t: Translate): string => {
  const age = ago(since);
  switch (age.unit) {
    case 'now':
      return t('ago.now');
    case 'minutes':
      return t('ago.minutes', { n: age.n });
    case 'hours':
      return t('ago.hours', { h: age.h, m: age.m });
  }
};

export const statusWords = (status: ChatStatus, t: Translate): string => {
  switch (status.kind) {
    case 'ended':
      return t(`status.ended.${status.reason}`);
    case 'handing-over':
      return t('status.handing-over', { name: status.transfer.toDisplayName });
    default:
      return t(`status.${status.kind}`);
  }
};
