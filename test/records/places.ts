import { createClosing } from '../support/closing';
import { temporaryFolder } from '../support/child';
import { freshDatabase } from '../support/fresh-database';
import { type OpenRecords, recordsAt, recordsIn } from '../support/records';

/** A place where records can be: they are the same when they are opened there again. */
export type Place = {
  open(): Promise<OpenRecords>;
  stop(): Promise<void>;
};

/** Where records are kept, and how to get an empty place of each kind. */
export const PLACES = {
  'a folder': async (): Promise<Place> => {
    const folder = temporaryFolder('records');
    const closing = createClosing();
    closing.defer(folder.remove);
    return { open: async () => closing.add(await recordsIn(folder.path)), stop: closing.close };
  },
  PostgreSQL: async (): Promise<Place> => {
    const closing = createClosing();
    const { url } = closing.add(await freshDatabase());
    return { open: async () => closing.add(await recordsAt(url)), stop: closing.close };
  },
} as const;
