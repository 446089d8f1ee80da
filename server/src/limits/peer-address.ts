import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { TrustProxy } from '../config';

/**
 * The address of the peer: that of the connection, or, as far as the proxies on the way are trusted, what they
 * forwarded. It is used at once and kept nowhere.
 */
export type PeerAddress = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string;

export function createPeerAddress(trust: TrustProxy): PeerAddress {
  const isTrusted = trustFunction(trust);
  return ({ headers, socket }) => {
    let address = plain(socket.remoteAddress ?? '');
    const forwarded = headers['x-forwarded-for'];
    const chain = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',');
    for (let hop = 0; isTrusted(address, hop); hop += 1) {
      const next = plain(chain.pop()?.trim() ?? '');
      if (isIP(next) === 0) break;
      address = next;
    }
    return address;
  };
}

function trustFunction(trust: TrustProxy): (address: string, hop: number) => boolean {
  if (typeof trust === 'number') return (_, hop) => hop < trust;
  const trusted = new BlockList();
  for (const entry of trust) {
    if (entry === 'loopback') {
      trusted.addSubnet('127.0.0.0', 8);
      trusted.addAddress('::1', 'ipv6');
      continue;
    }
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  return (address) => isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** An IPv4 address that came through an IPv6 socket is itself again. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

export const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.');
