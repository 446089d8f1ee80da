import type { Instant } from '@haven/shared/units';
import type { AppDeps } from '../app-deps';
import { createAddressKey, createNetworkKey } from './address-key';
import { createLimits, type Limits } from './limits';
import { createPeerAddress, type PeerAddress } from './peer-address';
import { hintAtUndeclaredProxy } from './undeclared-proxy';

/** The limits of this node, by addresses as its proxies tell them. */
export function openLimits(
  { settings, random, keyring, log }: Pick<AppDeps, 'settings' | 'random' | 'keyring' | 'log'>,
  now: () => Instant,
): { readonly limits: Limits; readonly peerAddress: PeerAddress } {
  const peerAddress = createPeerAddress(settings.trustProxy);
  const limits = createLimits({
    peerAddress,
    addressKey: createAddressKey(random, now),
    networkKey: createNetworkKey(keyring),
    trustsNobody: settings.trustProxy === 0,
    onUndeclaredProxy: hintAtUndeclaredProxy(log),
  });
  return { limits, peerAddress };
}
