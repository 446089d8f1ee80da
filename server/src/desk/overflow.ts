import type { DeskId } from '@haven/shared/ids';
import { TIMING } from '@haven/shared/protocol/limits';
import type { Instant, Milliseconds } from '@haven/shared/units';
import { CIRCLE, type ChatRecord, type Circle } from './records';

/** What happens to a chat that still waits so long after it joined the queue. */
export type OverflowStep =
  | { readonly after: Milliseconds; readonly does: 'reach'; readonly circle: Circle }
  | { readonly after: Milliseconds; readonly does: 'tell-visitor' };

const FIXED: readonly OverflowStep[] = [
  { after: 0, does: 'reach', circle: CIRCLE.desk },
  { after: TIMING.widen, does: 'reach', circle: CIRCLE.everyone },
  { after: TIMING.tellVisitor, does: 'tell-visitor' },
];

/** The steps of a desk, in the order of their times. The same for every desk until desks can set their own. */
export function overflowStepsOf(_desk: DeskId): readonly OverflowStep[] {
  return FIXED;
}

/**
 * When the chat takes its next step; null after the last. Counted from its turn, which differs by a millisecond
 * where two came at once: so they step in their order too.
 */
export function nextStepAt(chat: ChatRecord): Instant | null {
  const step = overflowStepsOf(chat.desk)[chat.steps];
  return step === undefined ? null : chat.arrival + step.after;
}

/** The chat after all the steps that are due, several after a stretch without a server. */
export function withDueSteps(chat: ChatRecord, now: Instant): ChatRecord {
  const steps = overflowStepsOf(chat.desk);
  let next = chat;
  for (const step of steps.slice(chat.steps)) {
    if (now < chat.arrival + step.after) break;
    next = { ...next, steps: next.steps + 1 };
    next = step.does === 'reach' ? { ...next, circle: step.circle } : { ...next, told: true };
  }
  return next;
}
