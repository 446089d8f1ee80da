import type { Page } from 'playwright-core';

/**
 * The keystroke-level model of Card, Moran and Newell (The Keystroke-Level Model for User Performance Time with
 * Interactive Systems, Communications of the ACM 23, 1980), with the seconds they published: K, a key, by an average
 * typist of forty words a minute; M, making up one's mind. A modifier is a key of its own.
 */
const OPERATORS = { K: 0.28, M: 1.35 } as const;

/** Presses what is chosen by keyboard, and counts it as that model does: an M before each choice, a K for each key. */
export function countedKeys({ keyboard }: Pick<Page, 'keyboard'>) {
  let keys = 0;
  let choices = 0;
  return {
    /** One choice; the names of the keys as `keyboard.press` takes them. */
    choose: async (...names: readonly string[]): Promise<void> => {
      choices += 1;
      for (const name of names) {
        keys += name.split('+').length;
        await keyboard.press(name);
      }
    },
    count: () => ({ keys, choices }),
    /** Seconds by the model: not what this run took. */
    seconds: () => keys * OPERATORS.K + choices * OPERATORS.M,
  };
}
