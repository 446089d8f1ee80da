import type { IncomingMessage } from 'node:http';

/**
 * The request comes from a page of our own, or from no page at all. A browser names the origin with every WebSocket
 * and every request across origins; where it is left out, the browser says how it came about otherwise.
 */
export function isFromOurselves(
  { headers }: Pick<IncomingMessage, 'headers'>,
  publicUrl: string | null,
): boolean {
  const { origin, host } = headers;
  if (origin === undefined) {
    const site = headers['sec-fetch-site'];
    return site === undefined || site === 'same-origin' || site === 'none';
  }
  return origin === publicUrl || origin === `http://${host}` || origin === `https://${host}`;
}
