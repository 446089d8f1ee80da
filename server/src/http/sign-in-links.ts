import { randomBytes } from 'node:crypto';
import { staffId, type StaffId } from '@haven/shared/ids';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import { err, ok, type Result } from '@haven/shared/result';
import { type Instant, minutes } from '@haven/shared/units';
import * as z from 'zod/mini';
import type { OnceStore } from '../live/once-store';
import type { Keyring } from '../tokens/keyring';

const VALID_FOR = minutes(15);
const content = z.object({ staffId, once: z.string(), until: z.number() });

/** One-time links that sign a staff member in. They are signed, so that any node may make one and any honour it. */
export type SignInLinks = {
  make(staffId: StaffId): string;
  redeem(token: string): Promise<Result<StaffId, ErrorCode>>;
};

export function createSignInLinks(keyring: Keyring, once: OnceStore, now: () => Instant): SignInLinks {
  return {
    make: (staff) => {
      const text = JSON.stringify({
        staffId: staff,
        once: randomBytes(12).toString('base64url'),
        until: now() + VALID_FOR,
      });
      return keyring.sign('sign-in', Buffer.from(text).toString('base64url'));
    },
    redeem: async (token) => {
      const text = keyring.open('sign-in', token);
      if (text === null) return err('not-signed-in');
      const parsed = content.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
      if (!parsed.success || parsed.data.until <= now()) return err('not-signed-in');
      const first = await once.use(`sign-in:${parsed.data.once}`, parsed.data.until);
      if (!first.ok) return first;
      return first.value ? ok(parsed.data.staffId) : err('not-signed-in');
    },
  };
}
