import type { IncomingMessage } from 'node:http';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { AddressKey } from './address-key';
import { isLoopback, type PeerAddress } from './peer-address';

/**
 * How often one address may do a thing in a minute. Generous: whole schools, shelters and mobile networks share one.
 * Who stays below is never refused; a flood from many addresses is met by the proof of work and the queue's order.
 */
const PER_MINUTE = { connect: 240, enter: 30, exit: 120, signIn: 30 } as const;
export type Limited = keyof typeof PER_MINUTE;

export type Limits = {
  /**
   * The key of today for the peer of a request; null for this machine itself, and where it cannot be known: nobody is
   * limited then. Turning everybody away is worse than a flood.
   */
  keyOf(request: Pick<IncomingMessage, 'headers' | 'socket'>): string | null;
  /** What stands for the peer's network in a block, the same on all nodes; null where `keyOf` is. */
  networkOf(request: Pick<IncomingMessage, 'headers' | 'socket'>): string | null;
  /** Counts once; false when it was once too often. */
  allow(what: Limited, key: string | null): Promise<boolean>;
};

type Deps = {
  readonly peerAddress: PeerAddress;
  readonly addressKey: AddressKey;
  /** Of all nodes, for as long as the live state lasts. */
  readonly networkKey: AddressKey;
  /** No proxy is declared: one that forwards all the same hides everybody behind its own address. */
  readonly trustsNobody: boolean;
  readonly onUndeclaredProxy: () => void;
};

export function createLimits(deps: Deps): Limits {
  const { peerAddress, addressKey, networkKey, trustsNobody, onUndeclaredProxy } = deps;
  const limiters = new Map(
    Object.entries(PER_MINUTE).map(([what, points]) => [
      what,
      new RateLimiterMemory({ keyPrefix: what, points, duration: 60 }),
    ]),
  );
  const keyed = (request: Pick<IncomingMessage, 'headers' | 'socket'>, key: AddressKey) => {
    if (trustsNobody && 'x-forwarded-for' in request.headers) {
      onUndeclaredProxy();
      return null;
    }
    const address = peerAddress(request);
    return isLoopback(address) ? null : key(address);
  };
  return {
    keyOf: (request) => keyed(request, addressKey),
    networkOf: (request) => keyed(request, networkKey),
    allow: async (what, key) => {
      const limiter = limiters.get(what);
      if (key === null || limiter === undefined) return true;
      // Rejects when there are too many.
      return limiter.consume(key).then(
        () => true,
        () => false,
      );
    },
  };
}
