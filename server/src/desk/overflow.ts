import type { DeskId } from '@haven/shared/ids';
import type { OverflowStep } from '@haven/shared/protocol/overflow';
import type { Instant } from '@haven/shared/units';
import { isHole, nextHole } from './on-duty';
import { type DeskPlan, isInUse, overflowOf } from './plan';
import type { ChatRecord, DeskRecord, Reach } from './records';

/** Whom a chat reaches when it comes to a desk. */
export const reachOf = (desk: DeskId): Reach => ({
  desks: [desk],
  everyone: false,
  standby: false,
  anyLanguage: false,
});

/**
 * The chat after all that is due by now: several steps after a stretch without a server, or when the steps were
 * changed while it waited. A step is done when its effect is there, so it makes no difference how the list was when
 * the others were taken, and none is taken twice. The same chat when nothing is due.
 */
export function withDueSteps(
  plan: DeskPlan,
  record: DeskRecord | null,
  chat: ChatRecord,
  now: Instant,
): ChatRecord {
  const opened = record?.opened === true;
  const isAlone = !isInUse(plan, chat.desk) || isHole(plan, chat.desk, now);
  const start = isAlone ? reaching(chat, [plan.generalDesk], false) : chat;
  return overflowOf(plan, chat.desk)
    .filter((step) => now >= chat.arrival + step.after || (opened && step.does !== 'tell-visitor'))
    .reduce(afterStep, start);
}

/**
 * When the chat's next step is due; null after the last. Counted from its turn, which differs by a millisecond where
 * two came at once: so they step in their order too. That the roster leaves its desk alone counts as a step.
 */
export function nextStepAt(plan: DeskPlan, chat: ChatRecord, now: Instant): Instant | null {
  const steps = overflowOf(plan, chat.desk)
    .filter((step) => afterStep(chat, step) !== chat)
    .map((step) => chat.arrival + step.after);
  if (!reachesDesk(chat, plan.generalDesk)) {
    const hole = nextHole(plan, chat.desk, now);
    if (hole !== null) steps.push(hole);
  }
  return steps.length === 0 ? null : Math.min(...steps);
}

const reachesDesk = ({ reach }: ChatRecord, desk: DeskId) => reach.everyone || reach.desks.includes(desk);

function afterStep(chat: ChatRecord, step: OverflowStep): ChatRecord {
  const { reach } = chat;
  switch (step.does) {
    case 'reach-desks':
      return reaching(chat, step.desks, true);
    case 'reach-everyone':
      return reach.everyone ? chat : { ...chat, reach: { ...reach, everyone: true, anyLanguage: true } };
    case 'alert-standby':
      return reach.standby ? chat : { ...chat, reach: { ...reach, standby: true } };
    case 'tell-visitor':
      return chat.told ? chat : { ...chat, told: true };
    default:
      return step satisfies never;
  }
}

function reaching(chat: ChatRecord, desks: readonly DeskId[], anyLanguage: boolean): ChatRecord {
  const { reach } = chat;
  if (reach.everyone) return chat;
  const more = desks.filter((desk) => !reach.desks.includes(desk));
  if (more.length === 0 && (reach.anyLanguage || !anyLanguage)) return chat;
  const wider = { desks: [...reach.desks, ...more], anyLanguage: reach.anyLanguage || anyLanguage };
  return { ...chat, reach: { ...reach, ...wider } };
}
