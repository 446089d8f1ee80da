import type { SeatId } from '@haven/shared/ids';
import type { SignedIn } from '@haven/shared/protocol/http';
import { ERRORS } from '@haven/shared/protocol/errors';
import type { Clock } from '@haven/shared/transport/socket-port';
import { minutes } from '@haven/shared/units';
import { entranceOf, exitUrl, INVITATION_PATH, SIGN_IN_PATH } from './features/sign-in/entrance';
import type { SignedOutReason } from './features/sign-in/sign-in-store';
import type { Stores } from './state/stores';
import { createConsoleApi } from './transport/console-api';
import type { DeskActions } from './transport/desk-actions';
import { createDeviceOpener, type Device } from './transport/device';
import { createKeysPort } from './transport/keys-worker-port';
import { openSeat, type Seat } from './transport/open-seat';
import { createProveDevice } from './transport/prove-device';
import { createSignInFlow } from './transport/sign-in-flow';
import { openStaffSocket } from './transport/staff-socket';
import { startWorker } from './transport/worker-script';

/** Well within the time after which the session's secret is due to change. */
const RENEW_EVERY = minutes(5);

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
  if (entrance.kind !== 'cookie') {
    const path = entrance.kind === 'invitation' ? INVITATION_PATH : SIGN_IN_PATH;
    window.history.replaceState(null, '', path);
  }
  const flow = createSignInFlow({
    api,
    signIn,
    device: createDeviceOpener(),
    clock,
    go: (url) => window.location.assign(url),
    onSignedIn: takeSeat,
  });
  await flow.begin(entrance);

  function takeSeat(signedIn: SignedIn, { worker }: Device): void {
    const proveDevice = createProveDevice(api, worker);
    let open: Seat | null = null;
    let isLeft = false;
    /** A fresh page is the surest wipe of what this one has shown. */
    const leave = (reason: SignedOutReason) => {
      isLeft = true;
      open?.close();
      signIn.become({ kind: 'signed-out', reason, door: null });
      window.location.replace(exitUrl(reason));
    };
    const renewLater = (): void =>
      void clock.after(RENEW_EVERY, () => {
        if (isLeft) return;
        void api.renew().then((renewed) => {
          const isOver =
            !renewed.ok && renewed.error !== 'unreachable' && ERRORS[renewed.error].remedy === 'sign-in';
          if (isOver) leave('expired');
          else renewLater();
        });
      });
    open = openSeat({
      seat,
      identity: signedIn,
      stores,
      worker,
      keys: createKeysPort(() => startWorker('keys')),
      onRekeyed: () => {
        open?.close();
        window.location.reload();
      },
      openPort: (onRefused) => openStaffSocket(proveDevice, onRefused),
      proveDevice,
      clock,
      visible: () => document.visibilityState === 'visible',
      onLeave: leave,
      onFailure: (failure) => {
        open?.close();
        signIn.become({ kind: 'failed', failure });
      },
      signOut: async () => {
        // First nothing is shown and heard any more, the word of this very sign-out included.
        isLeft = true;
        open?.close();
        stores.pause.forget();
        signIn.become({ kind: 'signed-out', reason: 'signed-out', door: null });
        await api.signOut();
        leave('signed-out');
      },
    });
    onDesk(open.actions);
    renewLater();
    signIn.become({ kind: 'signed-in', identity: signedIn });
  }
};
