import { type Entry, isPending } from './entry';
import type { Timeline } from './timeline';

/** Nothing is tried any more: what has not arrived will not. */
export const giveUp = (timeline: Timeline, concerned: (entry: Entry) => boolean = () => true): void => {
  for (const entry of timeline.entries) {
    if (isPending(entry) && concerned(entry)) entry.delivery = 'failed';
  }
};

/** It is tried again. */
export const takeUp = (timeline: Timeline, concerned: (entry: Entry) => boolean): void => {
  for (const entry of timeline.entries) {
    if (entry.delivery === 'failed' && concerned(entry)) entry.delivery = 'sending';
  }
};
