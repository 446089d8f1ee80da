import type { ReplyOf, StaffRequests } from '@haven/shared/protocol/event-maps';
import type { Instant } from '@haven/shared/units';

type Feed = ReplyOf<StaffRequests, 'roster:feeds'>['feeds'][number];

/** When each was made; with a number, the oldest first, where that and what it shows read the same. */
export const feedMoments = (
  feeds: readonly Pick<Feed, 'team' | 'madeAt'>[],
  said: (at: Instant) => string,
): readonly string[] => {
  const momentOf = ({ madeAt }: Pick<Feed, 'madeAt'>) => (madeAt === null ? '–' : said(madeAt));
  return feeds.map((feed) => {
    const moment = momentOf(feed);
    const alike = feeds.filter((each) => each.team === feed.team && momentOf(each) === moment);
    return alike.length === 1 ? moment : `${moment} · ${alike.indexOf(feed) + 1}`;
  });
};
