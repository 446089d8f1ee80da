import { type ErrorCode, ERRORS } from '@haven/shared/protocol/errors';
import type { Result } from '@haven/shared/result';
import { seconds } from '@haven/shared/units';

/** How long after a refusal that may pass it is asked again. */
const AGAIN = seconds(3);

type On<T> = {
  readonly answered: (value: T) => void;
  /** Once, however often it is refused; what it gives is called when it was answered after all, or called off. */
  readonly refused: (error: ErrorCode) => (() => void) | null;
};

/** Asks, and again and again where the refusal may pass. What it gives calls that off. */
export const askUntilAnswered = <T>(
  ask: () => Promise<Result<T, ErrorCode>>,
  { answered, refused }: On<T>,
): (() => void) => {
  let isOver = false;
  let isTold = false;
  let past: (() => void) | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  const once = async (): Promise<void> => {
    const answer = await ask();
    if (isOver) return;
    if (answer.ok) {
      past?.();
      answered(answer.value);
      return;
    }
    if (!isTold) past = refused(answer.error);
    isTold = true;
    if (ERRORS[answer.error].remedy === 'retry') again = setTimeout(() => void once(), AGAIN);
  };
  void once();
  return () => {
    isOver = true;
    clearTimeout(again);
    past?.();
  };
};
