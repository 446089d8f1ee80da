import type { ErrorCode } from '@haven/shared/protocol/errors';
import { httpError, type SignedIn, signedIn } from '@haven/shared/protocol/http';
import {
  deviceChallenge,
  type DeviceProof,
  invitation,
  type InvitationView,
  organisationBegun,
  type PasskeyCeremony,
  passkeyCeremony,
  type SignInWays,
  signInWays,
} from '@haven/shared/protocol/sign-in';
import { err, ok, type Result } from '@haven/shared/result';

/** `unreachable`: no answer, or none that this console understands. */
export type ApiError = ErrorCode | 'unreachable';

type Answer<T> = Promise<Result<T, ApiError>>;
type Credential = Record<string, unknown>;

export type ConsoleApi = {
  /** Spends the one-time token of a demonstration's link; the cookie is set by the answer. */
  signIn(token: string, devicePublicKey: string): Answer<SignedIn>;
  /** What this device must sign to show that its cookie is its own. */
  challenge(): Answer<string>;
  /** Who this browser's cookie and device are signed in as. */
  me(device: DeviceProof): Answer<SignedIn>;
  /** Keeps the session going; the answer may bring it a new secret. */
  renew(): Answer<null>;
  signOut(): Promise<void>;
  ways(): Answer<SignInWays>;
  beginPasskey(): Answer<PasskeyCeremony>;
  signInWithPasskey(sent: {
    readonly flow: string;
    readonly credential: Credential;
    readonly devicePublicKey: string;
  }): Answer<SignedIn>;
  beginAdding(): Answer<PasskeyCeremony>;
  addPasskey(sent: {
    readonly flow: string;
    readonly credential: Credential;
    readonly name: string;
    readonly device: DeviceProof;
  }): Answer<null>;
  invitation(token: string): Answer<InvitationView>;
  acceptInvitation(sent: {
    readonly token: string;
    readonly flow: string;
    readonly credential: Credential;
    readonly name: string;
    readonly devicePublicKey: string;
  }): Answer<SignedIn>;
  /** Where to go to sign in with the organisation's provider. */
  beginOrganisation(sent: {
    readonly devicePublicKey: string;
    readonly invitation: string | null;
  }): Answer<{ readonly url: string }>;
};

const ROOT = '/console/api';

/** Milliseconds for what a new connection waits for. */
const PATIENCE = 10_000;

type Schema<T> = {
  safeParse(value: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
};

/** An answer without a body. */
const NOTHING: Schema<null> = { safeParse: () => ({ success: true, data: null }) };

export const createConsoleApi = (fetchFrom: typeof fetch): ConsoleApi => {
  const ask = async <T>(path: string, schema: Schema<T>, init: RequestInit = {}): Answer<T> => {
    try {
      const response = await fetchFrom(ROOT + path, {
        ...init,
        credentials: 'same-origin',
        cache: 'no-store',
      });
      const body: unknown = response.status === 204 ? null : await response.json();
      if (response.ok) {
        const parsed = schema.safeParse(body);
        return parsed.success ? ok(parsed.data) : err('unreachable');
      }
      const refused = httpError.safeParse(body);
      return err(refused.success ? refused.data.error : 'unreachable');
    } catch {
      return err('unreachable');
    }
  };
  const post = <T>(path: string, schema: Schema<T>, body: unknown): Answer<T> =>
    ask(path, schema, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });

  return {
    signIn: (token, devicePublicKey) => post('/sign-in', signedIn, { token, devicePublicKey }),
    challenge: async () => {
      const asked = await ask('/challenge', deviceChallenge, { signal: AbortSignal.timeout(PATIENCE) });
      return asked.ok ? ok(asked.value.challenge) : asked;
    },
    me: (device) => post('/me', signedIn, device),
    renew: () => post('/renew', NOTHING, {}),
    signOut: async () => {
      // Without a connection the session runs out by itself; what matters, the keys in this tab, is wiped all the same.
      await post('/sign-out', NOTHING, {});
    },
    ways: () => ask('/ways', signInWays),
    beginPasskey: () => post('/passkey/begin', passkeyCeremony, {}),
    signInWithPasskey: (sent) => post('/passkey/sign-in', signedIn, sent),
    beginAdding: () => post('/passkey/begin-adding', passkeyCeremony, {}),
    addPasskey: (sent) => post('/passkey/add', NOTHING, sent),
    invitation: (token) => post('/invitation', invitation, { token }),
    acceptInvitation: (sent) => post('/invitation/accept', signedIn, sent),
    beginOrganisation: (sent) => post('/organisation/begin', organisationBegun, sent),
  };
};
