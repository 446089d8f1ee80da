import { days } from '@haven/shared/units';
import { expect, test } from 'vitest';
import { newInvitation, stateOf } from './invitation';

const MONDAY = Date.UTC(2026, 10, 23, 9);

test('An invitation is open for three days, that of a recovery for one', () => {
  const join = newInvitation('join', MONDAY);
  expect(stateOf(join, MONDAY + days(3) - 1)).toBe('open');
  expect(stateOf(join, MONDAY + days(3))).toBe('expired');
  expect(stateOf(newInvitation('recover', MONDAY), MONDAY + days(1))).toBe('expired');
});

test('An invitation is used once, however early', () => {
  const used = { ...newInvitation('join', MONDAY), usedAt: MONDAY + 1 };
  expect(stateOf(used, MONDAY + 2)).toBe('used');
  expect(stateOf(used, MONDAY + days(9))).toBe('used');
});
