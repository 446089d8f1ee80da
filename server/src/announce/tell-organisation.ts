import type { Organisation } from '@haven/shared/protocol/organisation';
import type { StaffOrganisation } from '@haven/shared/protocol/retirement';
import type { DisplayNamespace } from '../display/serve-displays';
import type { Directory } from '../organisation/directory';
import type { StaffNamespace } from '../staff/serve-staff';

type Deps = {
  readonly directory: Pick<Directory, 'current' | 'onChange'>;
  readonly organisation: () => Organisation;
  readonly staff: StaffNamespace;
  readonly displays: DisplayNamespace;
};

/**
 * Consoles and displays show what the organisation says of itself now; consoles also the names of what is retired. Each
 * node tells its own.
 */
export function tellOrganisation({ directory, organisation, staff, displays }: Deps): void {
  const known = (): StaffOrganisation => ({ ...organisation(), retired: directory.current().retired });
  let told = JSON.stringify(known());
  directory.onChange(() => {
    const now = known();
    const text = JSON.stringify(now);
    // It may have been its staff that changed.
    if (text === told) return;
    told = text;
    staff.local.emit('organisation:changed', now);
    displays.local.emit('organisation:changed', organisation());
  });
}
