import type { DeskId, RegionId } from '@haven/shared/ids';
import { ANSWER_TARGET } from '@haven/shared/protocol/limits';
import type { DayCounts } from '@haven/shared/protocol/board';
import type { CommandKind } from './commands';
import { isQueued } from './lines';
import { type DeskPlan, deskOf } from './plan';
import type { ChatRecord } from './records';

export type Counted = keyof DayCounts;

/** One more of these, at this desk. It names no chat. */
export type Count = {
  readonly what: readonly Counted[];
  readonly desk: DeskId;
  readonly region: RegionId | null;
};

type Change = { readonly before: ChatRecord | null; readonly after: ChatRecord | null };

/** What a change adds to the day: somebody entered, was answered for the first time, or left while waiting. */
export function countsOf({ before, after }: Change, by: CommandKind): readonly Count[] {
  if (after === null) return [];
  const { desk, answers, claimedAt } = after;
  const counted = (...what: readonly Counted[]) => [{ what, desk, region: answers.region }];
  if (before === null) return by === 'enter' ? counted('entered') : [];
  if (before.returning || !isQueued(before)) return [];
  if (claimedAt !== null && by === 'claim') {
    return claimedAt - after.enteredAt <= ANSWER_TARGET
      ? counted('answered', 'answeredSoon')
      : counted('answered');
  }
  // Who was blocked did not give up waiting.
  return after.phase === 'ended' && after.ended?.reason !== 'blocked' ? counted('abandoned') : [];
}

/** Somebody whom the desk refused: there is no chat of it. */
export const turnedAway = (plan: DeskPlan, region: RegionId | null): Count => ({
  what: ['turnedAway'],
  desk: deskOf(plan, region),
  region,
});
