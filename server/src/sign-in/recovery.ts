import type { StaffId } from '@haven/shared/ids';
import type { Role } from '@haven/shared/protocol/presence';
import { err, ok, type Result } from '@haven/shared/result';
import { days, type Instant } from '@haven/shared/units';

/** A second person must agree within this time. */
const CONFIRM_WITHIN = days(1);

export type Person = { readonly staffId: StaffId; readonly role: Role };

/** Somebody said that a colleague has lost every way to sign in. */
export type Recovery = {
  readonly staffId: StaffId;
  readonly askedBy: Person;
  readonly askedAt: Instant;
};

export type RecoveryFault =
  /** Nobody recovers herself. */
  'own-recovery' | 'recovery-needs-another' | 'recovery-needs-administrator' | 'recovery-over';

export const recoveryUntil = ({ askedAt }: Pick<Recovery, 'askedAt'>): Instant => askedAt + CONFIRM_WITHIN;

export const isOpen = (recovery: Recovery, now: Instant): boolean => now < recoveryUntil(recovery);

export const askRecovery = (
  askedBy: Person,
  staffId: StaffId,
  now: Instant,
): Result<Recovery, RecoveryFault> =>
  askedBy.staffId === staffId ? err('own-recovery') : ok({ staffId, askedBy, askedAt: now });

/** Two different people, one of them an administrator; neither is the one who is recovered. */
export function confirmRecovery(
  recovery: Recovery,
  second: Person,
  now: Instant,
): Result<null, RecoveryFault> {
  const { askedBy, staffId } = recovery;
  if (!isOpen(recovery, now)) return err('recovery-over');
  if (second.staffId === staffId) return err('own-recovery');
  if (second.staffId === askedBy.staffId) return err('recovery-needs-another');
  const hasAdministrator = [askedBy.role, second.role].includes('administrator');
  return hasAdministrator ? ok(null) : err('recovery-needs-administrator');
}
