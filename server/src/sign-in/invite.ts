import type { StaffId } from '@haven/shared/ids';
import type { OneTimeLink } from '@haven/shared/protocol/people';
import type { Instant } from '@haven/shared/units';
import type { Db } from '../records/database';
import { keepInvitation } from '../records/invitations';
import { type InvitationPurpose, newInvitation } from './invitation';
import { hashOf, newSecret } from './one-time-secret';

/** A one-time link for somebody, in place of the one she had. It is shown once: only its hash is kept. */
export type Invite = (db: Db, staffId: StaffId, purpose: InvitationPurpose) => Promise<OneTimeLink>;

type Deps = { readonly random: (length: number) => Uint8Array; readonly now: () => Instant };

export const createInvite =
  ({ random, now }: Deps): Invite =>
  async (db, staffId, purpose) => {
    const secret = newSecret(random);
    const invitation = newInvitation(purpose, now());
    await keepInvitation(db, { ...invitation, staffId, hash: hashOf(secret) });
    return { staffId, path: `/console/invitation#${secret}`, until: invitation.until };
  };
