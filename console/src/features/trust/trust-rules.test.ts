import type { StaffId } from '@haven/shared/ids';
import type { KeysState } from '@haven/shared/protocol/keys';
import { days, hours, type Instant } from '@haven/shared/units';
import { describe, expect, test } from 'vitest';
import { keysState } from '../../testing/keys-state';
import {
  certifiedUntil,
  deviceValidity,
  devicesOf,
  dueDevices,
  endingDevices,
  issuersEnd,
  ownIssuer,
} from './trust-rules';

const NOON: Instant = Date.UTC(2026, 2, 2, 12);
const keysWith = (chain: KeysState['chain'], more: Partial<KeysState> = {}): KeysState =>
  keysState({ chain, now: NOON, ...more });

describe('until when this device may answer', () => {
  const atSignIn = { demonstration: false, certificateUntil: NOON + days(1) };

  test('is what counts now, renewed or taken back since she signed in', () => {
    const renewed = keysWith({ issuer: 'i', device: 'd', until: NOON + days(7) });
    expect(certifiedUntil(atSignIn, null)).toBe(NOON + days(1));
    expect(certifiedUntil(atSignIn, renewed)).toBe(NOON + days(7));
    expect(certifiedUntil(atSignIn, keysWith(null))).toBeNull();
  });

  test('is what sign-in said where the server makes the keys', () => {
    expect(certifiedUntil({ ...atSignIn, demonstration: true }, keysWith(null))).toBe(NOON + days(1));
  });

  test('is spoken of two days before it ends', () => {
    const device = { until: NOON, withdrawn: false };
    expect(deviceValidity(device, NOON - days(2) - hours(1))).toBe('good');
    expect(deviceValidity(device, NOON - days(2))).toBe('ending');
    expect(deviceValidity(device, NOON)).toBe('ended');
  });
});

test('publishing a roster renews every device of the people on it, but for one that was withdrawn', () => {
  const device = (staffId: string, publicKey: string, withdrawn = false) =>
    ({ staffId, publicKey, withdrawn, serves: true }) as KeysState['devices'][number];
  const all = [device('sanne', 'laptop'), device('sanne', 'stolen', true), device('karim', 'phone')];
  const chosen = devicesOf(keysWith(null, { devices: all }), ['sanne' as StaffId]);
  expect(chosen.map(({ publicKey }) => publicKey)).toEqual(['laptop']);
});

test('nobody is renewed, or called about, who left or has another role than when she was admitted', () => {
  const device = (staffId: string, serves: boolean) =>
    ({ staffId, serves, withdrawn: false, until: NOON + hours(1) }) as KeysState['devices'][number];
  const keys = keysWith(null, { devices: [device('sanne', true), device('karim', false)] });
  const both = ['sanne', 'karim'] as StaffId[];
  for (const found of [dueDevices(keys, NOON), endingDevices(keys, NOON), devicesOf(keys, both)]) {
    expect(found.map(({ staffId }) => staffId)).toEqual(['sanne']);
  }
});

test('while the root changes, this browser signs under the one that every website pins', () => {
  const issuer = (root: string, until: Instant) =>
    ({ root, until, publicKey: 'browser', withdrawn: false }) as KeysState['issuers'][number];
  const issuers = [issuer('first', NOON + days(10)), issuer('next', NOON + days(180))];
  const rootOf = (...inUse: readonly string[]) => {
    const roots = ['first', 'next'].map((root) => ({ publicKey: root, inUse: inUse.includes(root) }));
    return ownIssuer({ issuers, roots: roots as KeysState['roots'] }, 'browser', NOON)?.root;
  };
  expect([rootOf('first'), rootOf('first', 'next'), rootOf('next')]).toEqual(['first', 'first', 'next']);
  expect(rootOf()).toBe('next');
});

test('administrators hear three weeks before the last issuer ends, and when there is none any more', () => {
  const issuer = (publicKey: string, inDays: number, more: Partial<KeysState['issuers'][number]> = {}) =>
    ({ publicKey, root: 'ours', until: NOON + days(inDays), withdrawn: false, ...more }) as never;
  const roots = [{ publicKey: 'ours', inUse: true }] as never;
  const end = (...issuers: never[]) => issuersEnd({ issuers, roots }, NOON);
  expect(end(issuer('a', 20), issuer('b', 22))).toBeNull();
  expect(end(issuer('a', 20), issuer('b', 21))).toBe(NOON + days(21));
  const gone = issuer('b', 100, { withdrawn: true });
  const ofBefore = issuer('c', 100, { root: 'before' as never });
  expect(end(issuer('a', 20), gone, ofBefore)).toBe(NOON + days(20));
  expect(end(gone, ofBefore, issuer('a', 0))).toBe('none');
  expect(issuersEnd({ issuers: [], roots: [] }, NOON)).toBeNull();
});
