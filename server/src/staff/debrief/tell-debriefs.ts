import type { StaffId } from '@haven/shared/ids';
import type { Records } from '../../records/open-records';
import { readDebriefs } from '../../records/debriefs';
import type { StaffConnection } from '../connection';

type Deps = {
  readonly records: Records;
  readonly connections: () => readonly StaffConnection[];
  readonly onFault: (event: string, thrown: unknown) => void;
};

/** Supervisors hear of every change; whoever asked, or had asked, of theirs; nobody else of any. */
export function tellDebriefs({ records, connections, onFault }: Deps): void {
  let before: readonly StaffId[] = [];
  const tell = async () => {
    const now = (await readDebriefs(records.db)).map(({ staffId }) => staffId);
    const concerned = new Set([...before, ...now]);
    before = now;
    for (const { profile, socket } of connections()) {
      if (profile.role === 'supervisor' || concerned.has(profile.staffId))
        socket.emit('debriefs:changed', {});
    }
  };
  records.onChange('debriefs', () => {
    tell().catch((thrown: unknown) => onFault('debriefs', thrown));
  });
}
