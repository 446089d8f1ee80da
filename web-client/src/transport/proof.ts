import type { VisitorRelay } from '@haven/shared/transport/visitor-relay';
import type { Puzzle } from '../proof-worker/solve';

/** A slow device may need longer than a challenge lasts; it is not asked for ever. */
const TRIES = 3;

export type Solver = {
  solve(puzzle: Puzzle): Promise<number | null>;
  stop(): void;
};

/** Shows that this page did some work, so that a flood of chats costs its maker more than it costs a visitor. */
export async function prove(relay: Pick<VisitorRelay, 'challenge' | 'prove'>, solver: Solver): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const challenge = await relay.challenge();
    if (!challenge.ok) break;
    const { salt, challenge: wanted, signature, maxNumber } = challenge.value;
    const number = await solver.solve({ salt, challenge: wanted, maxNumber });
    if (number === null) break;
    const refused = await relay.prove({ salt, challenge: wanted, signature, number });
    if (refused !== 'proof-wrong') break;
  }
  solver.stop();
}

/** Solves in a worker of its own; answers null when that cannot be. */
export function workerSolver(start: () => Worker): Solver {
  let worker: Worker | null = null;
  let give: (answer: number | null) => void = () => undefined;
  return {
    solve: (puzzle) =>
      new Promise((resolve) => {
        give = resolve;
        worker ??= start();
        worker.onmessage = ({ data }: MessageEvent<number | null>) => resolve(data);
        worker.onerror = () => resolve(null);
        worker.postMessage(puzzle);
      }),
    stop: () => {
      worker?.terminate();
      worker = null;
      give(null);
    },
  };
}
