import type { PublicKey } from '@haven/shared/ids';
import type { StaffProfile } from '../desk/records';
import type { Instant } from '@haven/shared/units';

/** Encoded certificates, base64url. */
export type Chain = { readonly issuer: string; readonly device: string };

/** Makes the chain of a device at sign-in; null where this server holds no keys that could. */
export type Certifier = {
  readonly root: PublicKey;
  certify(
    person: StaffProfile,
    device: PublicKey,
    now: Instant,
  ): Promise<{ readonly chain: Chain; readonly until: Instant }>;
};
