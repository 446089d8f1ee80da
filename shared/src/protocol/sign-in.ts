import * as z from 'zod/mini';
import { publicKey } from '../ids';
import { passkeyName } from './account';

const token = z.string().check(z.maxLength(512));
/** What a ceremony began with, signed by the server, which keeps nothing of it. */
const flow = z.string().check(z.maxLength(1_024));
/** What the browser says of a passkey, in the form of the WebAuthn standard. */
const credential = z.record(z.string(), z.unknown());

/**
 * `GET /console/api/challenge`, with the cookie of a sign-in: text for the device to sign which that sign-in began on.
 * Good for a minute.
 */
export const deviceChallenge = z.object({ challenge: z.string().check(z.maxLength(256)) });
export type DeviceChallenge = z.infer<typeof deviceChallenge>;

/**
 * What shows that a cookie is used on the device that it was given to: a challenge, and the device's signature of it, as
 * described under *Device proof* in docs/protocol.md. Whoever connects to `/staff` says it in the `auth` of Socket.IO's
 * handshake, anew for each connection.
 */
export const deviceProof = z.object({
  challenge: z.string().check(z.maxLength(256)),
  /** Ed25519, base64url. */
  signature: z.string().check(z.length(86)),
});
export type DeviceProof = z.infer<typeof deviceProof>;

/** `GET /console/api/ways`: how one can sign in at this address. */
export const signInWays = z.object({ passkey: z.boolean(), organisation: z.boolean() });
export type SignInWays = z.infer<typeof signInWays>;

/** The answer to every request that begins a ceremony with a passkey. */
export const passkeyCeremony = z.object({ flow, options: z.record(z.string(), z.unknown()) });
export type PasskeyCeremony = z.infer<typeof passkeyCeremony>;

/** `POST /console/api/passkey/sign-in`, after `…/passkey/begin`. */
export const passkeySignInRequest = z.object({ flow, credential, devicePublicKey: publicKey });

/** `POST /console/api/passkey/add`, after `…/passkey/begin-adding`. */
export const passkeyAddRequest = z.object({ flow, credential, name: passkeyName, device: deviceProof });

/** `POST /console/api/invitation`: what a one-time link is good for. */
export const invitationRequest = z.object({ token });
export const invitation = z.object({
  displayName: z.string(),
  organisationName: z.string(),
  purpose: z.enum(['join', 'recover']),
  until: z.number(),
  ways: signInWays,
  /** Null where this address cannot have passkeys. */
  ceremony: z.nullable(passkeyCeremony),
});
export type InvitationView = z.infer<typeof invitation>;

/** `POST /console/api/invitation/accept`: the first passkey; signs in. */
export const invitationAcceptRequest = z.object({
  token,
  flow,
  credential,
  name: passkeyName,
  devicePublicKey: publicKey,
});

/** `POST /console/api/organisation/begin`: with an invitation, the account becomes the invited person's. */
export const organisationBeginRequest = z.object({
  devicePublicKey: publicKey,
  invitation: z.nullable(token),
});
/** Where the browser goes to sign in with the organisation's provider. */
export const organisationBegun = z.object({ url: z.string() });
