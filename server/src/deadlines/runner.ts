import type { ErrorCode } from '@haven/shared/protocol/errors';
import { err } from '@haven/shared/result';
import type { Clock } from '@haven/shared/transport/socket-port';
import { type Milliseconds, seconds } from '@haven/shared/units';
import type { DeskFact } from '../desk/facts';
import type { DeskStore, DueCommand } from '../live/desk-store';

type Deps = {
  readonly store: Pick<DeskStore, 'takeDue' | 'execute'>;
  readonly clock: Clock;
  /** Facts to send, as those of any other command. */
  readonly onFacts: (facts: readonly DeskFact[]) => void;
  /** A command that could not be executed; it comes due again by itself. `command` is null when none could be taken. */
  readonly onFailure: (error: ErrorCode, command: DueCommand['kind'] | null) => void;
  readonly pause?: Milliseconds;
};

export type DeadlineRunner = {
  /** Executes all that is due now. Calls back `onFacts` as each is done. */
  runDue(): Promise<void>;
  start(): void;
  /** No command is begun any more; settles when the last one is done. */
  stop(): Promise<void>;
};

/** So many are taken at once: what a node took and did not finish before it died waits for HIDDEN. */
const BATCH = 64;

/**
 * Executes deadlines as they come due. Every node runs one; a deadline is taken by whoever asks first, and executing
 * one that is no longer due changes nothing.
 */
export function createDeadlineRunner(deps: Deps): DeadlineRunner {
  const { store, clock, onFacts, onFailure, pause = seconds(0.25) } = deps;
  let cancel: (() => void) | null = null;
  let stopped = false;
  let running = Promise.resolve();

  async function runDue(): Promise<void> {
    for (;;) {
      const due = await store.takeDue(clock.now(), BATCH);
      if (!due.ok) {
        onFailure(due.error, null);
        return;
      }
      for (const command of due.value) {
        if (stopped) return;
        const done = await store.execute(command, clock.now()).catch(() => err('internal' as const));
        if (done.ok) onFacts(done.value.facts);
        else onFailure(done.error, command.kind);
      }
      if (due.value.length < BATCH || stopped) return;
    }
  }

  const round = () => {
    cancel = null;
    running = runDue()
      .catch(() => onFailure('internal', null))
      .then(() => {
        if (!stopped) cancel = clock.after(pause, round);
      });
  };

  return {
    runDue,
    start() {
      if (!stopped && cancel === null) cancel = clock.after(pause, round);
    },
    async stop() {
      stopped = true;
      cancel?.();
      await running;
    },
  };
}
