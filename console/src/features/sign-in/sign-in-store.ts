import type { DeskId, StaffId } from '@haven/shared/ids';
import type { Organisation } from '@haven/shared/protocol/organisation';
import type { Role } from '@haven/shared/protocol/presence';
import type { Instant } from '@haven/shared/units';
import { createStore } from 'zustand/vanilla';

/** Who works in this tab, as the server answered after sign-in. */
export type Identity = {
  readonly staffId: StaffId;
  readonly displayName: string;
  readonly role: Role;
  readonly desks: readonly DeskId[];
  readonly organisation: Organisation;
  readonly chain: { readonly issuer: string; readonly device: string };
  readonly demonstration: boolean;
  readonly certificateUntil: Instant;
};

export const SIGNED_OUT_REASONS = [
  'no-token',
  'link-refused',
  'signed-out',
  'ended-elsewhere',
  'expired',
  'unreachable',
] as const;
export type SignedOutReason = (typeof SIGNED_OUT_REASONS)[number];

export type WorkerFailure = 'no-crypto' | 'no-device-key' | 'internal';

export type SignInState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'signing-in' }
  | { readonly kind: 'signed-out'; readonly reason: SignedOutReason }
  | { readonly kind: 'failed'; readonly failure: WorkerFailure }
  | { readonly kind: 'signed-in'; readonly identity: Identity };

export const createSignInStore = () => {
  const store = createStore<{ readonly state: SignInState }>(() => ({ state: { kind: 'opening' } }));
  return { store, become: (state: SignInState) => store.setState({ state }) };
};
export type SignInStore = ReturnType<typeof createSignInStore>;
