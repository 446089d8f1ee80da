import type { SeatId } from '@haven/shared/ids';
import { type ErrorCode, ERRORS } from '@haven/shared/protocol/errors';
import type { SignedIn } from '@haven/shared/protocol/http';
import type { Clock, SocketPort } from '@haven/shared/transport/socket-port';
import { createStaffRelay, type StaffRelay } from '@haven/shared/transport/staff-relay';
import { seconds } from '@haven/shared/units';
import { selfOf } from '../features/presence/staff-store';
import type { SignedOutReason, WorkerFailure } from '../features/sign-in/sign-in-store';
import type { Stores } from '../state/stores';
import { createChatKeeper } from './chat-keeper';
import { createActions } from './create-actions';
import type { WorkerPort } from './crypto-worker-port';
import type { DeskActions } from './desk-actions';
import { deskListeners, showConnection, showEntered, showState } from './desk-listeners';
import { hearWorker } from './hear-worker';
import { createFollowKeys } from './follow-keys';
import type { KeysPort } from './keys-worker-port';
import type { ProveDevice } from './prove-device';
import type { SeatContext } from './seat-context';
import { createShowKept } from './show-kept';

export type SeatDeps = {
  readonly seat: SeatId;
  readonly identity: SignedIn;
  readonly stores: Stores;
  readonly worker: WorkerPort;
  readonly openPort: (onRefused: (error: ErrorCode) => void) => SocketPort;
  readonly clock: Clock;
  readonly visible: () => boolean;
  /** The server no longer knows this sign-in, or the counsellor leaves: nothing of this tab may stay. */
  readonly onLeave: (reason: SignedOutReason) => void;
  readonly onFailure: (failure: WorkerFailure) => void;
  readonly signOut: () => Promise<void>;
  readonly keys: KeysPort;
  readonly proveDevice: ProveDevice;
  /** Other keys count than when this page was opened. */
  readonly onRekeyed: () => void;
};

const KEYS_AFTER = seconds(1);

export type Seat = { readonly actions: DeskActions; close(): void };

/** Takes this tab's seat at the desk: one worker, one connection, until the tab or the shift ends. */
export const openSeat = (deps: SeatDeps): Seat => {
  const { seat, identity, stores, worker, clock } = deps;
  // Made before the relay that it names: no listener runs before the relay exists.
  const made: { relay?: StaffRelay } = {};
  const relay = (): StaffRelay => {
    if (made.relay === undefined) throw new Error('The relay is asked for before it is made.');
    return made.relay;
  };
  const context: SeatContext = {
    me: { staffId: identity.staffId, seat },
    stores,
    worker,
    relay,
    visible: deps.visible,
    after: (delay, act) => void clock.after(delay, act),
  };
  const keeper = createChatKeeper(context);
  const kept = createShowKept(context);
  const lookAtKeys = createFollowKeys({
    stores,
    ask: (event, payload) => relay().request(event, payload),
    work: deps.keys.work,
    identity,
    onRekeyed: deps.onRekeyed,
    onCertified: (chain) => worker.post({ type: 'certified', chain }),
  });

  worker.listen((message) => hearWorker(context, keeper, message, deps.onFailure));
  worker.post({
    type: 'begin',
    staffId: identity.staffId,
    desk: identity.desks[0] ?? identity.organisation.generalDesk,
    seat,
    organisation: identity.organisation.id,
    chain: identity.chain,
  });

  made.relay = createStaffRelay({
    port: deps.openPort(() => deps.onLeave('expired')),
    clock,
    seat,
    entry: () => {
      const self = selfOf(stores.staff.store.getState());
      const { ordered } = stores.chats.store.getState();
      return {
        presence: self?.presence ?? null,
        capacity: self?.capacity ?? null,
        capabilities: ordered.filter(({ phase }) => phase !== 'ended').map(({ capability }) => capability),
      };
    },
    onEntered: (reply) => {
      showEntered(context, keeper, reply);
      kept.all();
      // First the desk; what was signed meanwhile can wait a moment.
      context.after(KEYS_AFTER, () => void lookAtKeys());
    },
    onState: (state) => {
      if (state === null) stores.desk.blind(true);
      else showState(context, keeper, state);
      kept.again();
    },
    listeners: deskListeners(context, keeper, {
      signedOut: () => deps.onLeave('ended-elsewhere'),
      keysChanged: () => void lookAtKeys(),
      debriefsChanged: () => kept.show('debriefs'),
    }),
    onFrame: (chat, frame) => worker.post({ type: 'frame', chat, frame }),
    onConnection: (up) => showConnection(context, up),
    onRefused: (error) =>
      ERRORS[error].remedy === 'sign-in' ? deps.onLeave('expired') : deps.onFailure('internal'),
  });

  return {
    actions: createActions(context, keeper, { ...deps, lookAtKeys }),
    close: () => {
      relay().close();
      worker.terminate();
      deps.keys.terminate();
    },
  };
};
