import type { PublicKey, StaffId } from '@haven/shared/ids';
import type { Organisation } from '@haven/shared/protocol/organisation';
import { may } from '@haven/shared/protocol/permissions';
import type { Retired } from '@haven/shared/protocol/retirement';
import type { Clock } from '@haven/shared/transport/socket-port';
import type { StaffProfile } from '../desk/records';
import { type Followed, follow } from '../records/follow';
import type { Records } from '../records/open-records';
import { type OrganisationRecord, readOrganisation } from '../records/organisation';

/** Who the organisation is and who works for it, at one moment. */
export type DirectorySnapshot = {
  readonly organisation: Organisation;
  readonly retired: Retired;
  /** Those who work there now. */
  readonly staff: ReadonlyMap<StaffId, StaffProfile>;
};

/** Administrators' consoles are shown no queue and no chat. */
export const whoTakesChats = ({ staff }: Pick<DirectorySnapshot, 'staff'>): ReadonlySet<StaffId> =>
  new Set([...staff.values()].filter(({ role }) => may(role, 'chat:claim')).map(({ staffId }) => staffId));

/** Ask `current` again rather than keep what it gave. */
export type Directory = Followed<DirectorySnapshot> & {
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

export function directorySnapshot(
  { organisation, retired, staff }: OrganisationRecord,
  { exitUrl, demonstration, roots }: DirectorySettings,
): DirectorySnapshot {
  return {
    organisation: {
      ...organisation,
      exitUrl: exitUrl ?? organisation.exitUrl,
      demonstration,
      roots: [...roots],
    },
    retired,
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
export function createDirectory({ first, settings, ...deps }: Deps): Directory {
  const { db } = deps.records;
  const read = async (): Promise<DirectorySnapshot | null> => {
    const now = await readOrganisation(db);
    return now === null ? null : directorySnapshot(now, settings);
  };
  const followed = follow({
    ...deps,
    topic: 'organisation',
    first: directorySnapshot(first, settings),
    read,
  });
  return { ...followed, exitUrlOfServer: settings.exitUrl };
}
