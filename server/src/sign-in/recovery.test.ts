import type { StaffId } from '@haven/shared/ids';
import type { Role } from '@haven/shared/protocol/presence';
import { days } from '@haven/shared/units';
import { describe, expect, test } from 'vitest';
import { askRecovery, confirmRecovery, isOpen } from './recovery';

const MONDAY = Date.UTC(2026, 10, 23, 9);
const person = (staffId: string, role: Role) => ({ staffId: staffId as StaffId, role });
const wilma = person('wilma', 'administrator');
const henk = person('henk', 'administrator');
const fatma = person('fatma', 'supervisor');
const joris = person('joris', 'supervisor');
const sanne = 'sanne' as StaffId;

const asked = (by: typeof wilma, whom = sanne) => {
  const recovery = askRecovery(by, whom, MONDAY);
  if (!recovery.ok) throw new Error(recovery.error);
  return recovery.value;
};

describe('Sanne lost her telephone', () => {
  test('an administrator asks, and a second person confirms', () => {
    expect(confirmRecovery(asked(wilma), fatma, MONDAY + 1)).toEqual({ ok: true, value: null });
    expect(confirmRecovery(asked(fatma), henk, MONDAY + 1)).toEqual({ ok: true, value: null });
    expect(confirmRecovery(asked(wilma), henk, MONDAY + 1)).toEqual({ ok: true, value: null });
  });

  test('one person alone cannot', () => {
    const error = 'recovery-needs-another';
    expect(confirmRecovery(asked(wilma), wilma, MONDAY + 1)).toEqual({ ok: false, error });
  });

  test('two supervisors cannot: one of the two is an administrator', () => {
    const error = 'recovery-needs-administrator';
    expect(confirmRecovery(asked(fatma), joris, MONDAY + 1)).toEqual({ ok: false, error });
  });

  test('nobody has a part in her own recovery', () => {
    expect(askRecovery(wilma, wilma.staffId, MONDAY)).toEqual({ ok: false, error: 'own-recovery' });
    const error = 'own-recovery';
    expect(confirmRecovery(asked(henk, wilma.staffId), wilma, MONDAY)).toEqual({ ok: false, error });
  });

  test('after a day the question must be asked anew', () => {
    const recovery = asked(wilma);
    expect(isOpen(recovery, MONDAY + days(1) - 1)).toBe(true);
    expect(confirmRecovery(recovery, fatma, MONDAY + days(1))).toEqual({
      ok: false,
      error: 'recovery-over',
    });
  });
});
