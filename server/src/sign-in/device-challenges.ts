import { isProofOf } from '@haven/shared/crypto/device-proof';
import type { Sodium } from '@haven/shared/crypto/sodium';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import { deviceProof } from '@haven/shared/protocol/sign-in';
import { err, ok, type Result } from '@haven/shared/result';
import { type Instant, minutes } from '@haven/shared/units';
import type { Keyring } from '../tokens/keyring';
import type { StaffSession } from './sessions';

const VALID_FOR = minutes(1);

/**
 * What a device signs to show that a cookie is used where the sign-in began. Nothing is kept of a challenge: it says
 * itself for which session it is and until when, so that any node may ask and any other judge the answer.
 */
export type DeviceChallenges = {
  ask(session: string): string;
  /** `device-unproven`: another challenge may help. `not-signed-in`: this device is not the session's. */
  check(given: unknown, session: Pick<StaffSession, 'id' | 'device'>): Result<null, ErrorCode>;
};

type Deps = {
  readonly sodium: Sodium;
  readonly keyring: Keyring;
  readonly now: () => Instant;
};

export function createDeviceChallenges({ sodium, keyring, now }: Deps): DeviceChallenges {
  return {
    // The end comes first: what a browser sends as its session could otherwise bring an end of its own.
    ask: (session) => keyring.sign('device', `${now() + VALID_FOR}~${session}`),
    check: (given, { id, device }) => {
      const proof = deviceProof.safeParse(given);
      if (!proof.success) return err('device-unproven');
      const text = keyring.open('device', proof.data.challenge) ?? '';
      const until = Number(text.split('~', 1)[0]);
      if (text !== `${until}~${id}` || until <= now()) return err('device-unproven');
      return isProofOf(sodium, device, proof.data) ? ok(null) : err('not-signed-in');
    },
  };
}
