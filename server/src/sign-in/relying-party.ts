import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/** For whom a passkey is made: a name, and the origin whose pages may use it. */
export type RelyingParty = { readonly id: string; readonly origin: string };

const LOCAL = /^localhost(?::\d{1,5})?$/;

/**
 * Null where browsers allow no passkeys: without a name, or without encryption on the way. Of an address that is not
 * configured only this machine's own name is believed: a page elsewhere may have its own name lead here.
 */
export function relyingPartyAt(
  publicUrl: string | null,
  { host = '' }: Pick<IncomingHttpHeaders, 'host'>,
): RelyingParty | null {
  if (publicUrl === null) return LOCAL.test(host) ? { id: 'localhost', origin: `http://${host}` } : null;
  const { hostname, protocol } = new URL(publicUrl);
  const isSecure = protocol === 'https:' || hostname === 'localhost';
  return isSecure && isIP(hostname.replace(/^\[|\]$/g, '')) === 0
    ? { id: hostname, origin: publicUrl }
    : null;
}
