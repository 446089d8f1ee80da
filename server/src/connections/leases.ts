import { TIMING } from '@haven/shared/protocol/limits';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { Instant } from '@haven/shared/units';
import type { DeskStore, SeatLease, VisitorLease } from '../live/desk-store';

type Deps = {
  readonly store: Pick<DeskStore, 'renewLeases'>;
  readonly visitors: () => readonly VisitorLease[];
  readonly seats: () => readonly SeatLease[];
  /** The live state does not know this connection (any more). */
  readonly onVisitorMissing: (lease: VisitorLease) => Promise<void> | void;
  readonly onSeatMissing: (lease: SeatLease) => Promise<void> | void;
  readonly onFailure: (error: ErrorCode) => void;
  readonly now: () => Instant;
};

/** Says every few seconds, for all connections of this node at once, that they are alive. */
export type LeaseRenewal = { renew(): Promise<void>; start(): void; stop(): void };

export function createLeaseRenewal(deps: Deps): LeaseRenewal {
  const { store, visitors, seats, onVisitorMissing, onSeatMissing, onFailure, now } = deps;
  let timer: NodeJS.Timeout | undefined;
  let isRenewing = false;

  const renew = async () => {
    const alive = { visitors: visitors(), seats: seats() };
    if (alive.visitors.length + alive.seats.length === 0) return;
    const missing = await store.renewLeases(alive, now());
    if (!missing.ok) {
      onFailure(missing.error);
      return;
    }
    for (const lease of missing.value.visitors) await onVisitorMissing(lease);
    for (const lease of missing.value.seats) await onSeatMissing(lease);
  };

  return {
    renew,
    start: () => {
      timer = setInterval(() => {
        // One at a time: a slow live state is not asked the same again meanwhile.
        if (isRenewing) return;
        isRenewing = true;
        renew()
          .catch(() => onFailure('internal'))
          .finally(() => {
            isRenewing = false;
          });
      }, TIMING.leaseRenewal);
    },
    stop: () => clearInterval(timer),
  };
}
