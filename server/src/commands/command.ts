import type { Instant } from '@haven/shared/units';
import type { RecordsSettings } from '../records/open-records';

/** What a command about the records is given. */
export type Host = {
  readonly settings: RecordsSettings;
  readonly now: () => Instant;
  /** Where the server is found; null where that is not set. */
  readonly publicUrl: string | null;
  /** A name of a file, as it was meant where the person is. */
  readonly pathOf: (name: string) => string;
  readonly say: (line: string) => void;
};

/** Ends a command with one sentence for the person who gave it. */
export class CommandRefusal extends Error {}

export type Command = (args: readonly string[], host: Host) => Promise<void>;
