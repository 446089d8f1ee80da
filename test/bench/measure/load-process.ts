import { fileURLToPath } from 'node:url';
import { startChild } from '../../support/child';
import type { JobCall, JobOutcome, Jobs } from '../load/jobs';

type Argument<J extends Jobs, K extends keyof J> = Parameters<J[K]>[0];
type Result<J extends Jobs, K extends keyof J> = Awaited<ReturnType<J[K]>>;

export type LoadProcess<J extends Jobs> = {
  readonly pid: number;
  run<K extends keyof J & string>(job: K, argument: Argument<J, K>): Promise<Result<J, K>>;
  stop(): Promise<void>;
};

/** Where the build puts every program of the bench. */
export const programPath = (name: string): string => fileURLToPath(new URL(`./${name}.js`, import.meta.url));

/** Starts a program of the bench that answers jobs. */
export function startLoad<J extends Jobs>(program: string): LoadProcess<J> {
  const child = startChild(process.execPath, ['--enable-source-maps', programPath(program)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, (outcome: JobOutcome) => void>();
  let asked = 0;
  child.process.on('message', (outcome: JobOutcome) => {
    waiting.get(outcome.id)?.(outcome);
    waiting.delete(outcome.id);
  });
  void child.exited.then(() => {
    for (const [id, settle] of waiting) settle({ id, failure: `${program} ended` });
  });
  return {
    pid: child.pid,
    run: (job, argument) =>
      new Promise((resolve, reject) => {
        asked += 1;
        waiting.set(asked, (outcome) => {
          if ('failure' in outcome) reject(new Error(outcome.failure));
          else resolve(outcome.result as Result<J, typeof job>);
        });
        child.process.send({ id: asked, job, argument } satisfies JobCall);
      }),
    stop: () => child.end('SIGKILL'),
  };
}
