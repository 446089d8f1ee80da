import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { Result } from '@haven/shared/result';
import type { Instant } from '@haven/shared/units';
import type { CommandKind, DeskCommand } from '../desk/commands';
import type { DeskStore, Outcome } from '../live/desk-store';
import type { Announce } from './announcer';

/**
 * Has the desk decide, and tells everybody. `before` runs between the two: what must be in place when the others hear
 * of it. The outcome's chat is there whenever the command named one that exists.
 */
export type Decide = (
  command: DeskCommand,
  before?: (outcome: Outcome) => void | Promise<unknown>,
) => Promise<Result<Outcome, ErrorCode>>;

type Deps = {
  readonly store: Pick<DeskStore, 'execute'>;
  readonly announce: Announce;
  readonly now: () => Instant;
  readonly onDecided: (command: CommandKind, outcome: ErrorCode | 'ok', milliseconds: number) => void;
};

export function createDecide({ store, announce, now, onDecided }: Deps): Decide {
  return async (command, before) => {
    const start = performance.now();
    const outcome = await store.execute(command, now());
    onDecided(command.kind, outcome.ok ? 'ok' : outcome.error, performance.now() - start);
    if (outcome.ok) {
      await before?.(outcome.value);
      await announce(outcome.value.facts);
    }
    return outcome;
  };
}
