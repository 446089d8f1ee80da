import type { DeskPlan } from '../desk/plan';
import { createWorkedRoster } from '../roster/worked-roster';
import type { Directory } from './directory';

/** What the desk goes by, each as it is at this moment. */
type Sources = {
  readonly directory: Pick<Directory, 'current'>;
  /** As it was published, whoever has left since. */
  readonly roster: () => DeskPlan['roster'];
  readonly overflow: () => DeskPlan['overflow'];
  readonly hours: () => DeskPlan['hours'];
};

export function createDeskPlan({ directory, roster, overflow, hours }: Sources): () => DeskPlan {
  const worked = createWorkedRoster({ roster, directory });
  return () => ({
    ...directory.current().organisation,
    roster: worked(),
    overflow: overflow(),
    hours: hours(),
  });
}
