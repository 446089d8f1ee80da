import type { DeviceProof } from '../protocol/sign-in';
import { fromBase64Url, lp, toBase64Url } from './bytes';
import type { Sign } from './handshake';
import { STAFF_TAG, tagged, verifySignature } from './hash';
import type { Sodium } from './sodium';
import { toUtf8 } from './utf8';

const signed = (challenge: string): Uint8Array => tagged(STAFF_TAG.deviceProof, lp(toUtf8(challenge)));

/** The device holds the key that a sign-in names: it signs what the server asks. */
export const proveDevice = async (sign: Sign, challenge: string): Promise<DeviceProof> => ({
  challenge,
  signature: toBase64Url(await sign(signed(challenge))),
});

/** `publicKey`: the device's, base64url. Says nothing of whose challenge it is, nor how old. */
export const isProofOf = (sodium: Sodium, publicKey: string, proof: DeviceProof): boolean => {
  const key = fromBase64Url(publicKey);
  const signature = fromBase64Url(proof.signature);
  return (
    key.ok && signature.ok && verifySignature(sodium, signature.value, signed(proof.challenge), key.value)
  );
};
