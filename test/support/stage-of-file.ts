import { afterAll, beforeAll } from 'vitest';
import { tellScreensOfFailures } from './browser-evidence';
import { type Stage, startStage } from './browser-stage';
import { type Closing, createClosing } from './closing';

/**
 * One stage for all tests of a file, from before the first to after the last; what is added to the closing goes with
 * it. To be called at the top of a file; the stage is there once a test runs.
 */
export function stageOfFile(): { readonly stage: () => Stage; readonly closing: Closing } {
  const closing = createClosing();
  let started: Stage | undefined;
  const stage = (): Stage => {
    if (started === undefined) throw new Error('The stage is there once a test runs.');
    return started;
  };
  beforeAll(async () => {
    started = closing.add(await startStage());
  });
  afterAll(closing.close);
  tellScreensOfFailures(() => [started?.people.browser]);
  return { stage, closing };
}
