import type { PublicKey, StaffId } from '@haven/shared/ids';
import type { Organisation } from '@haven/shared/protocol/organisation';
import type { Clock } from '@haven/shared/transport/socket-port';
import { seconds } from '@haven/shared/units';
import type { StaffProfile } from '../desk/records';
import type { Records } from '../records/open-records';
import { type OrganisationRecord, readOrganisation } from '../records/organisation';

/** Who the organisation is and who works for it, at one moment. */
export type DirectorySnapshot = {
  readonly organisation: Organisation;
  /** Those who work there now. */
  readonly staff: ReadonlyMap<StaffId, StaffProfile>;
};

export type Directory = {
  /** As this node knows it: a change reaches every node within a second. Ask again rather than keep it. */
  readonly current: () => DirectorySnapshot;
  /** Calls back after a change that `current` already knows; gives the way to end that. */
  readonly onChange: (callback: () => void) => () => void;
  /** Reads the records now: whoever has changed them is answered when `current` knows it. */
  readonly look: () => Promise<void>;
  /** What goes before the organisation's own page of the quick exit; null: nothing does. */
  readonly exitUrlOfServer: string | null;
};

/** What a server says of an organisation beside its records. */
export type DirectorySettings = {
  /** Goes before the organisation's own. */
  readonly exitUrl: string | null;
  readonly demonstration: boolean;
  readonly roots: readonly PublicKey[];
};

const AGAIN_AFTER = seconds(1);

export function directorySnapshot(
  { organisation, staff }: OrganisationRecord,
  { exitUrl, demonstration, roots }: DirectorySettings,
): DirectorySnapshot {
  return {
    organisation: {
      ...organisation,
      exitUrl: exitUrl ?? organisation.exitUrl,
      demonstration,
      roots: [...roots],
    },
    staff: new Map(staff.map((each) => [each.staffId, each])),
  };
}

type Deps = {
  readonly records: Pick<Records, 'db' | 'onChange'>;
  /** What the records hold at this moment. */
  readonly first: OrganisationRecord;
  readonly settings: DirectorySettings;
  readonly clock: Clock;
  readonly onFault: (thrown: unknown) => void;
};

/** Follows the records. While they cannot be read, what was known before holds. */
export function createDirectory({ records, first, settings, clock, onFault }: Deps): Directory {
  const callbacks = new Set<() => void>();
  let snapshot = directorySnapshot(first, settings);
  let reading: Promise<void> | null = null;
  let isDue = false;

  const read = async (): Promise<void> => {
    while (isDue) {
      isDue = false;
      try {
        const now = await readOrganisation(records.db);
        if (now !== null) snapshot = directorySnapshot(now, settings);
        for (const callback of callbacks) callback();
      } catch (error) {
        onFault(error);
        clock.after(AGAIN_AFTER, follow);
      }
    }
    reading = null;
  };
  const follow = (): void => {
    isDue = true;
    reading ??= read();
  };
  records.onChange('organisation', follow);

  return {
    current: () => snapshot,
    look: async () => {
      follow();
      await reading;
    },
    exitUrlOfServer: settings.exitUrl,
    onChange: (callback) => {
      callbacks.add(callback);
      return () => void callbacks.delete(callback);
    },
  };
}
