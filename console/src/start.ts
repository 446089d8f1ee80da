import type { SeatId } from '@haven/shared/ids';
import type { SignedIn } from '@haven/shared/protocol/http';
import { ERRORS } from '@haven/shared/protocol/errors';
import { err, ok, type Result } from '@haven/shared/result';
import type { Clock } from '@haven/shared/transport/socket-port';
import { entranceOf, exitUrl, SIGN_IN_PATH } from './features/sign-in/entrance';
import type { SignedOutReason, WorkerFailure } from './features/sign-in/sign-in-store';
import type { Stores } from './state/stores';
import { type ApiError, createConsoleApi } from './transport/console-api';
import { startCryptoWorker, type WorkerPort } from './transport/crypto-worker-port';
import type { DeskActions } from './transport/desk-actions';
import { openSeat, type Seat } from './transport/open-seat';
import { openStaffSocket } from './transport/staff-socket';

const openDevice = (worker: WorkerPort): Promise<Result<string, WorkerFailure>> =>
  new Promise((resolve) => {
    worker.listen((message) => {
      if (message.type === 'device') resolve(ok(message.publicKey));
      if (message.type === 'failed') resolve(err(message.reason));
    });
    worker.post({ type: 'open-device' });
  });

const reasonOf = (error: ApiError, withToken: boolean): SignedOutReason => {
  if (error === 'unreachable' || ERRORS[error].remedy === 'retry') return 'unreachable';
  return withToken ? 'link-refused' : 'no-token';
};

/** From an open page to a seat at the desk, or to the words that say what is in the way. */
export const start = async (
  stores: Stores,
  seat: SeatId,
  clock: Clock,
  onDesk: (actions: DeskActions) => void,
): Promise<void> => {
  const { signIn } = stores;
  const api = createConsoleApi((input, init) => fetch(input, init));
  const entrance = entranceOf(new URL(window.location.href));
  // A token is spent once and belongs in no history; what became of an earlier shift is said once, too.
  if (entrance.kind !== 'cookie') window.history.replaceState(null, '', SIGN_IN_PATH);
  if (entrance.kind === 'out') {
    signIn.become({ kind: 'signed-out', reason: entrance.reason });
    return;
  }

  const worker = startCryptoWorker();
  const device = await openDevice(worker);
  if (!device.ok) {
    worker.terminate();
    signIn.become({ kind: 'failed', failure: device.error });
    return;
  }
  const withToken = entrance.kind === 'token';
  if (withToken) signIn.become({ kind: 'signing-in' });
  const identity = withToken ? await api.signIn(entrance.token, device.value) : await api.me(device.value);
  if (!identity.ok) {
    worker.terminate();
    signIn.become({ kind: 'signed-out', reason: reasonOf(identity.error, withToken) });
    return;
  }
  takeSeat(identity.value);

  function takeSeat(signedIn: SignedIn): void {
    let open: Seat | null = null;
    /** A fresh page is the surest wipe of what this one has shown. */
    const leave = (reason: SignedOutReason) => {
      open?.close();
      signIn.become({ kind: 'signed-out', reason });
      window.location.replace(exitUrl(reason));
    };
    open = openSeat({
      seat,
      identity: signedIn,
      stores,
      worker,
      openPort: openStaffSocket,
      clock,
      visible: () => document.visibilityState === 'visible',
      onLeave: leave,
      onFailure: (failure) => {
        open?.close();
        signIn.become({ kind: 'failed', failure });
      },
      signOut: async () => {
        // First nothing is shown and heard any more, the word of this very sign-out included.
        open?.close();
        signIn.become({ kind: 'signed-out', reason: 'signed-out' });
        await api.signOut();
        leave('signed-out');
      },
    });
    onDesk(open.actions);
    signIn.become({ kind: 'signed-in', identity: signedIn });
  }
};
