import type { OrganisationDescription } from '@haven/shared/protocol/organisation-description';
import type { Draft } from './draft';
import type { FieldFault } from './faults';

/** What each section of the page works with. */
export type Editing = {
  readonly draft: Draft;
  /** What it is written on. */
  readonly base: OrganisationDescription;
  readonly write: (change: (draft: Draft) => Draft) => void;
  /** What is said at a field; nothing before somebody has tried to save. */
  readonly faults: ReadonlyMap<string, FieldFault>;
  /** Once the page shows what was just changed. */
  readonly focus: (field: string) => void;
};
