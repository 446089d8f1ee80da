import { toBase64Url } from '../bytes';
import { type LinkState, open, seal } from '../link';
import type { Random, Sodium } from '../sodium';
import type { Opened, OpenInput, Sealed, SealInput, StepInput } from './golden-vectors';
import { fromHex, toHex } from './hex';
import { drawing, flip } from './inputs';

/** What two ends of a link say, one step after the other. */
export const computeSteps = <E extends string>(
  sodium: Sodium,
  steps: readonly StepInput<E>[],
  start: Readonly<Record<E, LinkState>>,
): (Sealed<E> | Opened<E>)[] => {
  const ends = { ...start };
  const frames: Uint8Array[] = [];
  return steps.map((step, index) => {
    if (step.do === 'open') return openStep(sodium, ends, step, frames[step.of] ?? new Uint8Array(0));
    const { vector, frame } = sealStep(sodium, ends, step);
    frames[index] = frame;
    return vector;
  });
};

const sealStep = <E extends string>(sodium: Sodium, ends: Record<E, LinkState>, step: SealInput<E>) => {
  let turned = false;
  const draw = drawing(step.ratchetSk);
  const random: Random = (length) => {
    turned = true;
    return draw(length);
  };
  const { link, frame } = seal(sodium, ends[step.by], fromHex(step.plaintext), random);
  ends[step.by] = link;
  const { by, plaintext } = step;
  const ratchetSk = turned ? step.ratchetSk : '';
  return { frame, vector: { do: 'seal' as const, by, plaintext, ratchetSk, frame: toBase64Url(frame) } };
};

const openStep = <E extends string>(
  sodium: Sodium,
  ends: Record<E, LinkState>,
  step: OpenInput<E>,
  frame: Uint8Array,
) => {
  const { by, of } = step;
  const opened = open(sodium, ends[by], flip(frame, step.flip));
  if (opened.ok) ends[by] = opened.value.link;
  return {
    do: 'open' as const,
    by,
    of,
    flip: step.flip,
    outcome: opened.ok ? 'opened' : opened.error,
    plaintext: opened.ok ? toHex(opened.value.plaintext) : '',
  };
};
