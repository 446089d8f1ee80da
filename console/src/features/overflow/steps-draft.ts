import type { DeskId } from '@haven/shared/ids';
import type { OverflowStep } from '@haven/shared/protocol/overflow';
import { type Milliseconds, seconds } from '@haven/shared/units';

export type StepKind = OverflowStep['does'];
const STEP_KINDS: readonly StepKind[] = ['reach-desks', 'reach-everyone', 'alert-standby', 'tell-visitor'];

/** What may be added: of the others than `reach-desks` one each. */
export const addable = (steps: readonly OverflowStep[]): readonly StepKind[] =>
  STEP_KINDS.filter((kind) => kind === 'reach-desks' || steps.every(({ does }) => does !== kind));

/** A step of this kind, after the last one. */
export function withStep(
  steps: readonly OverflowStep[],
  does: StepKind,
  desks: readonly DeskId[],
): readonly OverflowStep[] {
  const after = (steps.at(-1)?.after ?? 0) + seconds(15);
  const [first] = desks;
  if (does !== 'reach-desks') return [...steps, { does, after }];
  return first === undefined ? steps : [...steps, { does, after, desks: [first] }];
}

export const withoutStep = (steps: readonly OverflowStep[], index: number): readonly OverflowStep[] =>
  steps.filter((_, at) => at !== index);

export const withTime = (steps: readonly OverflowStep[], index: number, after: Milliseconds) =>
  steps.map((step, at) => (at === index ? { ...step, after } : step));

/** A desk more or less; the last one of a step stays. */
export function withDesk(
  steps: readonly OverflowStep[],
  index: number,
  desk: DeskId,
): readonly OverflowStep[] {
  return steps.map((step, at) => {
    if (at !== index || step.does !== 'reach-desks') return step;
    if (!step.desks.includes(desk)) return { ...step, desks: [...step.desks, desk] };
    return step.desks.length === 1 ? step : { ...step, desks: step.desks.filter((each) => each !== desk) };
  });
}

/** In the order of their times, as they are kept. */
export const inOrder = (steps: readonly OverflowStep[]): OverflowStep[] =>
  steps.toSorted((one, other) => one.after - other.after);

/** Without desks that were retired since: those steps could not be set again. */
export function reachingOnly(steps: readonly OverflowStep[], desks: readonly DeskId[]): OverflowStep[] {
  return steps.flatMap((step): readonly OverflowStep[] => {
    if (step.does !== 'reach-desks') return [step];
    const known = step.desks.filter((desk) => desks.includes(desk));
    return known.length === 0 ? [] : [{ ...step, desks: known }];
  });
}
