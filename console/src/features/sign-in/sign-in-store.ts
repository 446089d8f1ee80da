import type { SignedIn } from '@haven/shared/protocol/http';
import { createStore } from 'zustand/vanilla';

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
  | { readonly kind: 'signed-in'; readonly identity: SignedIn };

export const createSignInStore = () => {
  const store = createStore<{ readonly state: SignInState }>(() => ({ state: { kind: 'opening' } }));
  return { store, become: (state: SignInState) => store.setState({ state }) };
};
