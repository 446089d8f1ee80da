import { staffId } from '@haven/shared/ids';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roleOfGroups } from './groups';
import { newStaffId } from './staff-name';

test('A new person gets an identifier that says who she is, and nobody’s but hers', () => {
  const taken = new Set<string>(['zoe']);
  const isTaken = (each: string) => taken.has(each);
  expect(newStaffId('Noor', isTaken)).toBe('noor');
  expect(newStaffId('Zoë', isTaken)).toBe('zoe-2');
  expect(newStaffId('Fatma B.', isTaken)).toBe('fatma-b');
  expect(newStaffId('李娜', isTaken)).toBe('staff');
});

test('Whatever the name, its identifier is one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 30 }), (name, colleagues) => {
      let asked = 0;
      const id = newStaffId(name, () => (asked += 1) <= colleagues);
      expect(staffId.safeParse(id).success).toBe(true);
    }),
  );
});

test('Of somebody’s groups the first in the table decides, and without one she has no role', () => {
  const table = [
    { group: 'haven-administrators', role: 'administrator' },
    { group: 'haven', role: 'counsellor' },
  ] as const;
  expect(roleOfGroups(table, ['haven', 'haven-administrators', 'choir'])).toBe('administrator');
  expect(roleOfGroups(table, ['haven'])).toBe('counsellor');
  expect(roleOfGroups(table, ['choir'])).toBeNull();
});
