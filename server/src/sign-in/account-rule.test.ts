import type { StaffId } from '@haven/shared/ids';
import { describe, expect, test } from 'vitest';
import { decideAccount } from './account-rule';

const noor = { staffId: 'noor' as StaffId, role: 'counsellor' } as const;
const karim = { staffId: 'karim' as StaffId, role: 'counsellor' } as const;
const account = { name: 'Noor', groups: [] as string[] };
const nobody = { account, known: null, invited: null, table: [] };
const table = [
  { group: 'haven-admins', role: 'administrator' },
  { group: 'haven', role: 'counsellor' },
] as const;

describe('Without groups', () => {
  test('an account that nobody connected gets nobody in', () => {
    expect(decideAccount(nobody)).toEqual({ kind: 'refuse' });
  });

  test('an invited person connects hers, and enters by it from then on', () => {
    expect(decideAccount({ ...nobody, invited: noor })).toEqual({
      kind: 'connect',
      staffId: 'noor',
      role: null,
    });
    expect(decideAccount({ ...nobody, known: noor })).toEqual({ kind: 'enter', staffId: 'noor', role: null });
  });

  test('an account of one person does not become another’s', () => {
    expect(decideAccount({ ...nobody, known: karim, invited: noor })).toEqual({ kind: 'refuse' });
  });
});

describe('With groups', () => {
  const inGroup = (...groups: string[]) => ({ ...account, groups });

  test('a member of one is made known at the first sign-in', () => {
    expect(decideAccount({ ...nobody, table, account: inGroup('haven') })).toEqual({
      kind: 'create',
      displayName: 'Noor',
      role: 'counsellor',
    });
  });

  test('a role follows its group', () => {
    const asked = { ...nobody, table, known: noor, account: inGroup('haven-admins', 'haven') };
    expect(decideAccount(asked)).toEqual({ kind: 'enter', staffId: 'noor', role: 'administrator' });
  });

  test('whoever is in none is refused, known or invited', () => {
    const asked = { ...nobody, table, account: inGroup('choir') };
    expect(decideAccount(asked)).toEqual({ kind: 'refuse' });
    expect(decideAccount({ ...asked, known: noor })).toEqual({ kind: 'refuse' });
    expect(decideAccount({ ...asked, invited: noor })).toEqual({ kind: 'refuse' });
  });

  test('a name that could read as another one makes nobody known', () => {
    const strange = { name: 'No\u200Bor', groups: ['haven'] };
    expect(decideAccount({ ...nobody, table, account: strange })).toEqual({ kind: 'refuse' });
  });
});
