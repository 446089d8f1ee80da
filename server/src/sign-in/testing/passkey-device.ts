import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { PasskeyCeremony } from '@haven/shared/protocol/sign-in';

/** A person's device that keeps passkeys, as the WebAuthn standard has it; ES256 and no attestation. */
export type PasskeyDevice = {
  make(ceremony: PasskeyCeremony, origin: string, over?: Mischief): Record<string, unknown>;
  use(ceremony: PasskeyCeremony, origin: string, over?: Mischief): Record<string, unknown>;
};

/** What a device or a browser that cannot be trusted does otherwise. */
export type Mischief = {
  readonly rpId?: string;
  readonly challenge?: string;
  readonly isVerified?: boolean;
  readonly userHandle?: string;
  readonly breakSignature?: boolean;
};

const PRESENT = 0x01;
const VERIFIED = 0x04;
const HAS_KEY = 0x40;

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const base64url = (data: string | Buffer): string => Buffer.from(data).toString('base64url');
const uint = (value: number, bytes: number): Buffer => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
};

/** The few forms of CBOR that are needed. */
const text = (value: string): Buffer =>
  Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
const bytes = (value: Buffer): Buffer => {
  const head =
    value.length < 256
      ? [Buffer.from([0x58]), uint(value.length, 1)]
      : [Buffer.from([0x59]), uint(value.length, 2)];
  return Buffer.concat([...head, value]);
};

function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' }) as { x?: string; y?: string };
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    bytes(Buffer.from(x, 'base64url')),
    Buffer.from([0x22]),
    bytes(Buffer.from(y, 'base64url')),
  ]);
}

export function createPasskeyDevice(): PasskeyDevice {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  let owner = '';
  let counter = 0;

  const clientData = (type: string, options: Record<string, unknown>, origin: string, over: Mischief) =>
    Buffer.from(
      JSON.stringify({ type, challenge: over.challenge ?? options['challenge'], origin, crossOrigin: false }),
    );
  const authenticatorData = (rpId: string, over: Mischief, key: Buffer = Buffer.alloc(0)): Buffer => {
    counter += 1;
    const flags = PRESENT | (over.isVerified === false ? 0 : VERIFIED) | (key.length > 0 ? HAS_KEY : 0);
    return Buffer.concat([sha256(over.rpId ?? rpId), uint(flags, 1), uint(counter, 4), key]);
  };
  const credential = (response: Record<string, unknown>) => ({
    id: base64url(id),
    rawId: base64url(id),
    type: 'public-key',
    clientExtensionResults: {},
    authenticatorAttachment: 'platform',
    response,
  });

  return {
    make: ({ options }, origin, over = {}) => {
      owner = (options['user'] as { readonly id: string }).id;
      const key = Buffer.concat([Buffer.alloc(16), uint(id.length, 2), id, coseKey(publicKey)]);
      const authData = authenticatorData((options['rp'] as { readonly id: string }).id, over, key);
      const statement = [text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0])];
      const parts = [Buffer.from([0xa3]), ...statement, text('authData'), bytes(authData)];
      const attestationObject = Buffer.concat(parts);
      return credential({
        clientDataJSON: base64url(clientData('webauthn.create', options, origin, over)),
        attestationObject: base64url(attestationObject),
        transports: ['internal'],
      });
    },
    use: ({ options }, origin, over = {}) => {
      const data = authenticatorData(options['rpId'] as string, over);
      const client = clientData('webauthn.get', options, origin, over);
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      if (over.breakSignature === true) signature.writeUInt8(signature.readUInt8(20) ^ 1, 20);
      return credential({
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(signature),
        userHandle: over.userHandle ?? owner,
      });
    },
  };
}
