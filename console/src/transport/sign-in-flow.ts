import { ERRORS } from '@haven/shared/protocol/errors';
import type { SignedIn } from '@haven/shared/protocol/http';
import type { InvitationView } from '@haven/shared/protocol/sign-in';
import type { Result } from '@haven/shared/result';
import type { Clock } from '@haven/shared/transport/socket-port';
import { seconds } from '@haven/shared/units';
import type { Entrance } from '../features/sign-in/entrance';
import { askPasskey, makePasskey } from '../features/sign-in/passkeys';
import type { createSignInStore, SignedOutReason } from '../features/sign-in/sign-in-store';
import type { ApiError, ConsoleApi } from './console-api';
import type { Device, DeviceOpener } from './device';
import { createProveDevice } from './prove-device';

type Deps = {
  readonly api: ConsoleApi;
  readonly signIn: ReturnType<typeof createSignInStore>;
  readonly device: DeviceOpener;
  readonly clock: Pick<Clock, 'after'>;
  /** To another address: the page is gone then. */
  readonly go: (url: string) => void;
  readonly onSignedIn: (identity: SignedIn, device: Device) => void;
};

/** After a server that could not say who this is. */
const AGAIN = seconds(3);

const reasonOf = (error: ApiError, otherwise: SignedOutReason): SignedOutReason => {
  if (error === 'passkey-refused' || error === 'invitation-over' || error === 'too-frequent') return error;
  if (error === 'not-certified') return 'device-withdrawn';
  return error === 'unreachable' || ERRORS[error].remedy === 'retry' ? 'unreachable' : otherwise;
};

/** From an open page to somebody who is signed in, or to the words that say what is in the way. */
export const createSignInFlow = ({ api, signIn, device, clock, go, onSignedIn }: Deps) => {
  /** The device's key, or the end of this page. */
  const openDevice = async (): Promise<Device | null> => {
    const opened = await device.open();
    if (opened.ok) return opened.value;
    device.close();
    signIn.become({ kind: 'failed', failure: opened.error });
    return null;
  };

  const settle = async (
    identity: Result<SignedIn, ApiError>,
    at: Device,
    otherwise: SignedOutReason,
    onRefused: (reason: SignedOutReason) => Promise<void>,
  ): Promise<void> => {
    if (identity.ok) onSignedIn(identity.value, at);
    else await onRefused(reasonOf(identity.error, otherwise));
  };

  const signedOut = async (reason: SignedOutReason): Promise<void> => {
    device.close();
    const ways = await api.ways();
    const door = ways.ok
      ? { ways: ways.value, withPasskey, withOrganisation: () => withOrganisation(null, signedOut) }
      : null;
    signIn.become({ kind: 'signed-out', reason, door });
  };

  async function withPasskey(): Promise<void> {
    signIn.become({ kind: 'signing-in' });
    const at = await openDevice();
    if (at === null) return;
    const ceremony = await api.beginPasskey();
    if (!ceremony.ok) return signedOut(reasonOf(ceremony.error, 'passkey-unavailable'));
    const credential = await askPasskey(ceremony.value);
    if (!credential.ok) return signedOut(`passkey-${credential.error}`);
    const { flow } = ceremony.value;
    const sent = { flow, credential: credential.value, devicePublicKey: at.publicKey };
    await settle(await api.signInWithPasskey(sent), at, 'passkey-refused', signedOut);
  }

  async function withOrganisation(
    invitation: string | null,
    onRefused: (reason: SignedOutReason) => Promise<void>,
  ): Promise<void> {
    const at = await openDevice();
    if (at === null) return;
    const begun = await api.beginOrganisation({ devicePublicKey: at.publicKey, invitation });
    if (begun.ok) go(begun.value.url);
    else await onRefused(reasonOf(begun.error, 'organisation-refused'));
  }

  /** Asked anew for each try: a ceremony is good once, and not for long. */
  const invited = async (token: string, fault: SignedOutReason | null): Promise<void> => {
    const found = await api.invitation(token);
    if (!found.ok) return signedOut(reasonOf(found.error, 'invitation-over'));
    const again = (reason: SignedOutReason) => invited(token, reason);
    signIn.become({
      kind: 'invited',
      invitation: found.value,
      fault,
      door: {
        accept: (name) => accept(token, name, again),
        withOrganisation: () => withOrganisation(token, again),
      },
    });
  };

  const accept = async (
    token: string,
    name: string,
    again: (reason: SignedOutReason) => Promise<void>,
  ): Promise<void> => {
    signIn.become({ kind: 'signing-in' });
    const at = await openDevice();
    if (at === null) return;
    const found: Result<InvitationView, ApiError> = await api.invitation(token);
    if (!found.ok) return again(reasonOf(found.error, 'invitation-over'));
    const { ceremony } = found.value;
    if (ceremony === null) return again('passkey-unavailable');
    const credential = await makePasskey(ceremony);
    if (!credential.ok) return again(`passkey-${credential.error}`);
    const sent = { token, name, flow: ceremony.flow, credential: credential.value };
    const accepted = await api.acceptInvitation({ ...sent, devicePublicKey: at.publicKey });
    await settle(accepted, at, 'passkey-refused', again);
  };

  const withToken = async (token: string): Promise<void> => {
    const at = await openDevice();
    if (at === null) return;
    signIn.become({ kind: 'signing-in' });
    await settle(await api.signIn(token, at.publicKey), at, 'link-refused', signedOut);
  };

  const withCookie = async (): Promise<void> => {
    const at = await openDevice();
    if (at === null) return;
    const shown = signIn.store.getState().state;
    const proof = await createProveDevice(api, at.worker)();
    const identity = proof.ok ? await api.me(proof.value) : proof;
    // Whoever took another way in meanwhile goes on there.
    if (signIn.store.getState().state !== shown) return;
    await settle(identity, at, 'no-token', (reason) =>
      reason === 'unreachable' ? waitForServer() : signedOut(reason),
    );
  };

  const waitForServer = async (): Promise<void> => {
    await signedOut('server-away');
    const { state } = signIn.store.getState();
    clock.after(AGAIN, () => {
      if (signIn.store.getState().state === state) void withCookie();
    });
  };

  return {
    begin: (entrance: Entrance): Promise<void> => {
      switch (entrance.kind) {
        case 'out':
          return signedOut(entrance.reason);
        case 'token':
          return withToken(entrance.token);
        case 'invitation':
          return invited(entrance.token, null);
        case 'cookie':
          return withCookie();
      }
    },
  };
};
