import { NO_PRESSES, PRESSES_TO_LEAVE, pressed, WITHIN } from './shift-count';

export type ExitKeysDeps = {
  readonly page: Window;
  readonly now: () => number;
  readonly leave: () => void;
  /** How many presses have been counted; 0 when the counting stopped. */
  readonly onCount: (presses: number) => void;
};

/** Three times Shift leaves, wherever the focus is. */
export function listenForExit({ page, now, leave, onCount }: ExitKeysDeps): void {
  let count = NO_PRESSES;
  let fade: number | undefined;
  page.addEventListener(
    'keydown',
    (event) => {
      // A key that is held down is one press.
      if (event.repeat) return;
      const before = count.presses;
      count = pressed(count, event.key, now());
      page.clearTimeout(fade);
      if (count.presses > 0) fade = page.setTimeout(() => onCount(0), WITHIN);
      if (count.presses >= PRESSES_TO_LEAVE) {
        count = NO_PRESSES;
        leave();
      } else if (count.presses !== before) onCount(count.presses);
    },
    // Before anything on the page can stop the key.
    { capture: true },
  );
}
