import type { IncomingMessage } from 'node:http';
import { randomBytes } from 'node:crypto';
import { days } from '@haven/shared/units';
import { describe, expect, test } from 'vitest';
import { createAddressKey, createNetworkKey, networkOf } from './address-key';
import { createKeyring } from '../tokens/keyring';
import { createArrivals } from './arrivals';
import { createLimits } from './limits';
import { createPeerAddress } from './peer-address';

const NOON = Date.UTC(2026, 10, 23, 12);

const request = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as Pick<IncomingMessage, 'headers' | 'socket'>;

describe('The address of a peer', () => {
  test('is that of the connection, whatever is forwarded, unless a proxy is trusted', () => {
    const address = createPeerAddress(0);
    expect(address(request('203.0.113.7', '198.51.100.1'))).toBe('203.0.113.7');
    expect(address(request('::ffff:203.0.113.7'))).toBe('203.0.113.7');
  });

  test('is what the trusted proxies forwarded, and nothing that came before them', () => {
    const one = createPeerAddress(1);
    expect(one(request('10.0.0.1', 'forged, 198.51.100.1'))).toBe('198.51.100.1');
    expect(one(request('10.0.0.1'))).toBe('10.0.0.1');
    expect(one(request('10.0.0.1', 'nonsense'))).toBe('10.0.0.1');
    const named = createPeerAddress(['10.0.0.0/8', 'loopback', '2001:db8::1']);
    expect(named(request('127.0.0.1', '192.0.2.9, 198.51.100.1, 10.2.3.4'))).toBe('198.51.100.1');
    expect(named(request('2001:db8::1', '198.51.100.1'))).toBe('198.51.100.1');
    expect(named(request('192.0.2.9', '198.51.100.1'))).toBe('192.0.2.9');
  });
});

describe('What stands for an address', () => {
  test('is the same for a household with IPv6, and another for the neighbours', () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
    expect(networkOf('2001:DB8:1:2::6')).toBe('2001:db8:1:2');
    expect(networkOf('2001:db8::0006')).toBe('2001:db8:0:0');
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0');
    expect(networkOf('203.0.113.7')).toBe('203.0.113.7');
  });

  test('says nothing about it, and is forgotten every day', () => {
    let now = NOON;
    const key = createAddressKey(randomBytes, () => now);
    const today = key('203.0.113.7');
    expect(key('203.0.113.7')).toBe(today);
    expect(key('203.0.113.8')).not.toBe(today);
    expect(today).not.toContain('203');
    now += days(1);
    expect(key('203.0.113.7')).not.toBe(today);
    const elsewhere = createAddressKey(randomBytes, () => NOON);
    expect(elsewhere('203.0.113.7')).not.toBe(today);
  });
});

describe('Limits', () => {
  const openLimits = () => {
    const undeclared: true[] = [];
    const limits = createLimits({
      peerAddress: createPeerAddress(0),
      addressKey: createAddressKey(randomBytes, () => NOON),
      networkKey: createNetworkKey(createKeyring('a secret that nodes share, of some length')),
      trustsNobody: true,
      onUndeclaredProxy: () => undeclared.push(true),
    });
    return { limits, undeclared };
  };

  test('refuse one address that does too much, and nobody else', async () => {
    const { limits } = openLimits();
    const flooder = limits.keyOf(request('203.0.113.7'));
    const other = limits.keyOf(request('203.0.113.8'));
    const allowed: boolean[] = [];
    for (let times = 0; times < 40; times += 1) allowed.push(await limits.allow('enter', flooder));
    expect(allowed.filter(Boolean)).toHaveLength(30);
    expect(await limits.allow('enter', other)).toBe(true);
    expect(await limits.allow('exit', flooder)).toBe(true);
  });

  test('do not hold for this machine: behind a proxy that was not declared, everybody would be it', async () => {
    const { limits } = openLimits();
    expect(limits.keyOf(request('127.0.0.1'))).toBeNull();
    for (let times = 0; times < 100; times += 1) expect(await limits.allow('enter', null)).toBe(true);
  });

  test('do not hold behind a proxy that was not declared, and say so', () => {
    const { limits, undeclared } = openLimits();
    expect(limits.keyOf(request('10.0.0.1', '203.0.113.7'))).toBeNull();
    expect(undeclared).toEqual([true]);
  });
});

test('A flood is told from an ordinary minute, and passes', () => {
  let now = NOON;
  const arrivals = createArrivals(() => now);
  for (let entry = 0; entry < 30; entry += 1) arrivals.note();
  expect(arrivals.isFlood()).toBe(false);
  arrivals.note();
  expect(arrivals.isFlood()).toBe(true);
  now += 60_001;
  expect(arrivals.isFlood()).toBe(false);
});
