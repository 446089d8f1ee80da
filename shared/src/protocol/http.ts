import * as z from 'zod/mini';
import { deskId, publicKey, staffId } from '../ids';
import { waitBand } from './chat';
import { closedMessage } from './closed-message';
import { type ErrorCode, isErrorCode } from './errors';
import { organisation } from './organisation';
import { role } from './presence';

/**
 * `GET /status.json`: whether somebody is there for a new chat, for the launcher on any site. `closed`: what those desks
 * say that take none at this moment.
 */
export const deskStatus = z.object({
  open: z.boolean(),
  band: waitBand,
  closed: z.array(z.object({ desk: deskId, message: closedMessage })),
});
export type DeskStatusBody = z.infer<typeof deskStatus>;

/** `POST /console/api/sign-in`: the one-time token of the link, and the key of this browser's device. */
export const signInRequest = z.object({
  token: z.string().check(z.maxLength(512)),
  devicePublicKey: publicKey,
});

/** The answer to signing in, and to `POST /console/api/me` with the cookie of a sign-in and a proof of its device. */
export const signedIn = z.object({
  staffId,
  displayName: z.string(),
  role,
  desks: z.array(deskId),
  organisation,
  /** Encoded certificates, base64url, for the worker; null: an issuer has still to certify this device. */
  chain: z.nullable(z.object({ issuer: z.string(), device: z.string() })),
  demonstration: z.boolean(),
  /** When the device's certificate runs out, and it can answer visitors no longer. */
  certificateUntil: z.nullable(z.number()),
});
export type SignedIn = z.infer<typeof signedIn>;

/** Whatever the HTTP interfaces answer besides 2xx. */
export const httpError = z.object({
  error: z.custom<ErrorCode>((value) => isErrorCode(value)),
});
