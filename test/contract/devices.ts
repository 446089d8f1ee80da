import { generateKeyPairSync, sign as signWith } from 'node:crypto';
import type { Sign } from '@haven/shared/crypto/handshake';
import type { PublicKey } from '@haven/shared/ids';
import { proofOf } from '../support/sign-in';

// A story says who signs in and connects with which cookie; the device it does so on is remembered here, as a browser
// remembers its own.
const keys = new Map<PublicKey, Sign>();
const devices = new Map<string, PublicKey>();

const sessionIn = (cookie: string): string => /haven-staff=([^.]+)/.exec(cookie)?.[1] ?? '';

/** A device whose key is somewhere else can prove itself, too. */
export const keepDevice = (device: PublicKey, sign: Sign): void => void keys.set(device, sign);

export function newDevice(): PublicKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const device = publicKey.export({ format: 'jwk' }).x as PublicKey;
  keepDevice(device, async (message) => new Uint8Array(signWith(null, message, privateKey)));
  return device;
}

/** The sign-in of this cookie began on this device. */
export const signedInOn = (device: PublicKey, cookie: string): void =>
  void devices.set(sessionIn(cookie), device);

/** What this device says of itself with this cookie; nothing where it cannot. */
export async function introduce(url: string, cookie: string, device?: PublicKey): Promise<object> {
  const own = device ?? devices.get(sessionIn(cookie));
  const sign = own === undefined ? undefined : keys.get(own);
  return sign === undefined ? {} : proofOf(url, cookie, sign);
}
