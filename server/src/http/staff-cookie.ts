import { publicKey, type PublicKey, staffId, type StaffId } from '@haven/shared/ids';
import { hours, type Instant } from '@haven/shared/units';
import * as z from 'zod/mini';
import type { Keyring } from '../tokens/keyring';

/** A shift, with room on both sides. */
const VALID_FOR = hours(12);

/** Who signed in, on which device. */
export type StaffSession = { readonly staffId: StaffId; readonly device: PublicKey };

const content = z.object({ staffId, device: publicKey, until: z.number() });

export type StaffCookie = {
  /** The value of Set-Cookie. */
  issue(session: StaffSession): string;
  clear(): string;
  /** From the header Cookie; null when there is none of ours that still holds. */
  read(header: string | undefined): StaffSession | null;
};

export function createStaffCookie(keyring: Keyring, isHttps: boolean, now: () => Instant): StaffCookie {
  const name = isHttps ? '__Host-haven-staff' : 'haven-staff';
  const attributes = `Path=/; HttpOnly; SameSite=Strict${isHttps ? '; Secure' : ''}`;
  return {
    issue: (session) => {
      const text = JSON.stringify({ ...session, until: now() + VALID_FOR });
      const token = keyring.sign('staff', Buffer.from(text).toString('base64url'));
      return `${name}=${token}; Max-Age=${VALID_FOR / 1000}; ${attributes}`;
    },
    clear: () => `${name}=; Max-Age=0; ${attributes}`,
    read: (header) => {
      const pair = (header ?? '')
        .split(';')
        .map((each) => each.trim())
        .find((each) => each.startsWith(`${name}=`));
      const text = pair === undefined ? null : keyring.open('staff', pair.slice(name.length + 1));
      if (text === null) return null;
      const parsed = content.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
      if (!parsed.success || parsed.data.until <= now()) return null;
      const { staffId: staff, device } = parsed.data;
      return { staffId: staff, device };
    },
  };
}
