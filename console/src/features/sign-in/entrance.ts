import { SIGNED_OUT_REASONS, type SignedOutReason } from './sign-in-store';

export const SIGN_IN_PATH = '/console/sign-in';
export const INVITATION_PATH = '/console/invitation';

/** What the address of the page asks for. */
export type Entrance =
  /** A one-time link of the demonstration. */
  | { readonly kind: 'token'; readonly token: string }
  /** The one-time link of somebody who has no way to sign in yet. */
  | { readonly kind: 'invitation'; readonly token: string }
  /** The page was left on purpose or thrown out; nothing is tried. */
  | { readonly kind: 'out'; readonly reason: SignedOutReason }
  /** Whoever the cookie says. */
  | { readonly kind: 'cookie' };

export const entranceOf = (url: URL): Entrance => {
  const token = url.hash.slice(1);
  if (token !== '' && url.pathname === SIGN_IN_PATH) return { kind: 'token', token };
  if (token !== '' && url.pathname === INVITATION_PATH) return { kind: 'invitation', token };
  const out = url.searchParams.get('out');
  const reason = SIGNED_OUT_REASONS.find((known) => known === out);
  return reason === undefined ? { kind: 'cookie' } : { kind: 'out', reason };
};

export const exitUrl = (reason: SignedOutReason): string => `${SIGN_IN_PATH}?out=${reason}`;
