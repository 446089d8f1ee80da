import { days, type Instant } from '@haven/shared/units';

/** `join`: a new person; `recover`: somebody who lost every way to sign in. */
export type InvitationPurpose = 'join' | 'recover';

const VALID_FOR = { join: days(3), recover: days(1) } as const;

export type Invitation = {
  readonly purpose: InvitationPurpose;
  readonly until: Instant;
  readonly usedAt: Instant | null;
};

export const newInvitation = (purpose: InvitationPurpose, now: Instant): Invitation => ({
  purpose,
  until: now + VALID_FOR[purpose],
  usedAt: null,
});

export type InvitationState = 'open' | 'used' | 'expired';

export function stateOf({ usedAt, until }: Invitation, now: Instant): InvitationState {
  if (usedAt !== null) return 'used';
  return now < until ? 'open' : 'expired';
}
