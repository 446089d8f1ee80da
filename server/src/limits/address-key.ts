import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Keyring } from '../tokens/keyring';
import { days, type Instant } from '@haven/shared/units';

/**
 * What stands for an address in limits: a hash under a key that is in this process's memory only and a new one every
 * day. A network that a household holds counts as one: /64 for IPv6.
 */
export type AddressKey = (address: string) => string;

const DAY = days(1);

export function createAddressKey(random: (length: number) => Uint8Array, now: () => Instant): AddressKey {
  let key = random(32);
  let day = Math.floor(now() / DAY);
  return (address) => {
    const today = Math.floor(now() / DAY);
    if (today !== day) {
      key = random(32);
      day = today;
    }
    return createHmac('sha256', key).update(networkOf(address)).digest('base64url').slice(0, 22);
  };
}

/** Known to all nodes, for a block holds on each of them and longer than a day. It is in no record and in no log. */
export const createNetworkKey =
  (keyring: Pick<Keyring, 'digest'>): AddressKey =>
  (address) =>
    keyring.digest('block', networkOf(address)).slice(0, 22);

export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - after.length;
  const whole = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...after];
  return whole
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
