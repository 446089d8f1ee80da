import type { SeatId, StaffId } from '@haven/shared/ids';
import type { StaffRelay } from '@haven/shared/transport/staff-relay';
import type { Milliseconds } from '@haven/shared/units';
import type { Stores } from '../state/stores';
import type { WorkerPort } from './crypto-worker-port';

/** What everything that happens at this seat works with. */
export type SeatContext = {
  readonly me: { readonly staffId: StaffId; readonly seat: SeatId };
  readonly stores: Stores;
  readonly worker: WorkerPort;
  /** A function, for the relay and what listens to it are made of each other. */
  readonly relay: () => StaffRelay;
  /** Whether somebody looks at this tab. */
  readonly visible: () => boolean;
  readonly after: (delay: Milliseconds, act: () => void) => void;
};
