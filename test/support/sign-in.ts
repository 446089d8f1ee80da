import { webcrypto } from 'node:crypto';
import { proveDevice } from '@haven/shared/crypto/device-proof';
import { type SignedIn, signedIn } from '@haven/shared/protocol/http';
import { deviceChallenge } from '@haven/shared/protocol/sign-in';

/** A staff device's key, as a browser makes it: only its public half leaves it. */
export type DeviceKey = {
  /** 32 bytes, base64url. */
  readonly publicKey: string;
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>;
};

export async function makeDeviceKey(): Promise<DeviceKey> {
  const { subtle } = webcrypto;
  const pair = (await subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
  const publicKey = Buffer.from(await subtle.exportKey('raw', pair.publicKey)).toString('base64url');
  return {
    publicKey,
    sign: async (message) => new Uint8Array(await subtle.sign('Ed25519', pair.privateKey, message)),
  };
}

/** The demonstration's one-time link for a staff member: what she clicks on. */
export async function demonstrationToken(url: string, staffId: string): Promise<string> {
  const response = await fetch(`${url}/demo/sign-in/${staffId}`, { redirect: 'manual' });
  const location = response.headers.get('location') ?? '';
  const token = new URL(location, url).hash.slice(1);
  if (token === '')
    throw new Error(`No sign-in link for ${staffId}: ${response.status} ${await response.text()}`);
  return token;
}

/** Exchanges a one-time token for certificates and the cookie of the sign-in. */
export async function signIn(
  url: string,
  token: string,
  devicePublicKey: string,
): Promise<{ readonly body: SignedIn; readonly cookie: string }> {
  const response = await fetch(`${url}/console/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ token, devicePublicKey }),
  });
  if (!response.ok) throw new Error(`Sign-in answered ${response.status}: ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  return { body: signedIn.parse(await response.json()), cookie };
}

/** What a console says of itself with each connection; nothing where the server asks nothing of this cookie. */
export async function proofOf(url: string, cookie: string, sign: DeviceKey['sign']): Promise<object> {
  const response = await fetch(`${url}/console/api/challenge`, { headers: { cookie, origin: url } });
  if (!response.ok) return {};
  const { challenge } = deviceChallenge.parse(await response.json());
  return proveDevice(sign, challenge);
}
