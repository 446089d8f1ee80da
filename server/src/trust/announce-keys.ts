import type { Sessions } from '../sign-in/sessions';
import type { StaffNamespace } from '../staff/serve-staff';
import type { VisitorNamespace } from '../visitor/serve-visitors';
import type { Trust } from './trust';

type Deps = {
  readonly visitors: VisitorNamespace;
  readonly staff: StaffNamespace;
  readonly sessions: Pick<Sessions, 'end'>;
  readonly onFault: (event: string, thrown: unknown) => void;
};

/**
 * Every node tells its own peers, as every node hears of the change itself. What is told is the whole of it, so that
 * nothing depends on a message that comes but once.
 */
export function announceKeys(trust: Trust, { visitors, staff, sessions, onFault }: Deps): void {
  let told = trust.ledger.signedLists.join();
  trust.onChange(() => {
    staff.local.emit('keys:changed', {});
    const lists = [...trust.ledger.signedLists];
    if (lists.join() === told) return;
    told = lists.join();
    visitors.local.emit('revocations', { lists });
    staff.local.emit('revocations', { lists });
    for (const { data } of staff.sockets.values()) {
      if (data === undefined || !trust.isWithdrawn(data.profile, data.session.device)) continue;
      sessions.end(data.session).catch((thrown: unknown) => onFault('sessions', thrown));
    }
  });
}
