import type { StaffOrganisation } from '@haven/shared/protocol/retirement';
import type { DisplayNamespace } from '../display/serve-displays';
import type { Directory } from '../organisation/directory';
import type { StaffNamespace } from '../staff/serve-staff';

type Deps = {
  readonly directory: Pick<Directory, 'onChange'>;
  readonly organisation: () => StaffOrganisation;
  readonly staff: StaffNamespace;
  readonly displays: DisplayNamespace;
};

/** Consoles and displays show what the organisation says of itself now. Each node tells its own. */
export function tellOrganisation({ directory, organisation, staff, displays }: Deps): void {
  let told = JSON.stringify(organisation());
  directory.onChange(() => {
    const now = organisation();
    const text = JSON.stringify(now);
    // It may have been its staff that changed.
    if (text === told) return;
    told = text;
    staff.local.emit('organisation:changed', now);
    const { retired: _, ...shown } = now;
    displays.local.emit('organisation:changed', shown);
  });
}
