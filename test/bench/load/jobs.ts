/** What a load process can be asked to do: one function per job, its argument and its result both plain data. */
export type Jobs = Readonly<Record<string, (argument: never) => Promise<unknown>>>;

export type JobCall = { readonly id: number; readonly job: string; readonly argument: unknown };
export type JobOutcome = { readonly id: number } & (
  | { readonly result: unknown }
  | { readonly failure: string }
);

/** Answers the jobs that the process which started this one asks for, until it is gone. */
export function answerJobs(jobs: Jobs): void {
  const answer = (outcome: JobOutcome) => process.send?.(outcome);
  process.on('message', ({ id, job, argument }: JobCall) => {
    const work = jobs[job] as ((argument: unknown) => Promise<unknown>) | undefined;
    if (work === undefined) {
      answer({ id, failure: `There is no job ${job}.` });
      return;
    }
    work(argument).then(
      (result) => answer({ id, result }),
      (error: unknown) =>
        answer({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.on('disconnect', () => process.exit(0));
}
