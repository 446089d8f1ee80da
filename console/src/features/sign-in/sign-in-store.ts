import type { SignedIn } from '@haven/shared/protocol/http';
import type { InvitationView, SignInWays } from '@haven/shared/protocol/sign-in';
import { createStore } from 'zustand/vanilla';

export const SIGNED_OUT_REASONS = [
  'no-token',
  'link-refused',
  'invitation-over',
  'signed-out',
  'ended-elsewhere',
  'expired',
  'unreachable',
  'server-away',
  'device-withdrawn',
  'too-frequent',
  'passkey-cancelled',
  'passkey-refused',
  'passkey-unavailable',
  'passkey-taken',
  'organisation-refused',
] as const;
export type SignedOutReason = (typeof SIGNED_OUT_REASONS)[number];

export type WorkerFailure = 'no-crypto' | 'no-device-key' | 'internal';

/** The ways in that this server has, and taking them. */
export type Door = {
  readonly ways: SignInWays;
  withPasskey(): Promise<void>;
  withOrganisation(): Promise<void>;
};

/** What an invited person can do: her first passkey, or her account at the organisation. */
export type InvitedDoor = {
  accept(passkeyName: string): Promise<void>;
  withOrganisation(): Promise<void>;
};

export type SignInState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'signing-in' }
  | { readonly kind: 'signed-out'; readonly reason: SignedOutReason; readonly door: Door | null }
  | {
      readonly kind: 'invited';
      readonly invitation: InvitationView;
      readonly door: InvitedDoor;
      /** What became of the last try. */
      readonly fault: SignedOutReason | null;
    }
  | { readonly kind: 'failed'; readonly failure: WorkerFailure }
  | { readonly kind: 'signed-in'; readonly identity: SignedIn };

export const createSignInStore = () => {
  const store = createStore<{ readonly state: SignInState }>(() => ({ state: { kind: 'opening' } }));
  return { store, become: (state: SignInState) => store.setState({ state }) };
};
