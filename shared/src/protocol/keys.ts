import * as z from 'zod/mini';
import { publicKey, staffId } from '../ids';
import { role } from './presence';
import { revocationList, revocationsPush } from './revocations';

const nothing = z.strictObject({});
const base64Url = (most: number) => z.string().check(z.maxLength(most), z.regex(/^[A-Za-z0-9_-]+$/));

/** A certificate of either kind, base64url: two names of 80 characters and the rest. */
const certificate = base64Url(2_000);
/** The line of text of docs/protocol.md, "Enrolment". */
const enrolmentLine = z.string().check(z.maxLength(2_000), z.regex(/^haven-enrolment-1\.[A-Za-z0-9_-]+$/));

/** One entry of the key log, base64url. */
const logEntry = base64Url(30_000);
const logHead = z.object({ size: z.int().check(z.nonnegative()), hash: base64Url(43) });
export type ShownHead = z.infer<typeof logHead>;

/** So many certificates fit into one packet, with room for its envelope. */
export const CERTIFICATES_PER_PACKET = 40;
/** Entries in one answer to `keys:log`. */
export const LOG_PAGE = 100;

/** Why a device or an issuer is withdrawn; for the organisation's own records, and in no list. */
export const WITHDRAWAL_REASONS = ['lost', 'left', 'replaced', 'misused'] as const;
export const withdrawalReason = z.enum(WITHDRAWAL_REASONS);
export type WithdrawalReason = z.infer<typeof withdrawalReason>;

export const keyRoot = z.object({
  publicKey,
  /** Told to visitors and consoles; certificates under it are accepted. */
  inUse: z.boolean(),
});
export type KeyRoot = z.infer<typeof keyRoot>;

const certifiedIssuer = z.object({
  certificate,
  publicKey,
  serial: z.string(),
  root: publicKey,
  until: z.number(),
  withdrawn: z.boolean(),
  withdrawnFor: z.nullable(withdrawalReason),
});
export type CertifiedIssuer = z.infer<typeof certifiedIssuer>;

/** A device that was certified, by its latest certificate. */
const certifiedDevice = z.object({
  publicKey,
  staffId,
  displayName: z.string(),
  role,
  /** Those that have not run out: what lists of their issuers, or of the root, must name to withdraw the device. */
  certificates: z.array(z.object({ serial: z.string(), issuer: publicKey })),
  until: z.number(),
  withdrawn: z.boolean(),
  withdrawnFor: z.nullable(withdrawalReason),
  /** Its person works here in that role: only then is it renewed. */
  serves: z.boolean(),
});
export type CertifiedDevice = z.infer<typeof certifiedDevice>;

export const keysState = z.object({
  /** True: this server made the keys, and they protect against everybody but this server. */
  demonstration: z.boolean(),
  organisation: z.string(),
  roots: z.array(keyRoot),
  log: logHead,
  /** For administrators; empty for everybody else. */
  issuers: z.array(certifiedIssuer),
  /** For administrators all; for everybody else her own. */
  devices: z.array(certifiedDevice),
  requests: z.array(enrolmentLine),
  /** The newest number that each signer of a list used. */
  lists: z.array(z.object({ signer: publicKey, number: z.int(), serials: z.array(z.string()) })),
  /** The certificates of the device that asks, as the worker needs them; null: it may not answer visitors. */
  chain: z.nullable(z.object({ issuer: z.string(), device: z.string(), until: z.number() })),
  /** The device that asks lost its certificates with the issuer that made them, and may ask for others. */
  fallen: z.boolean(),
  now: z.number(),
});
export type KeysState = z.infer<typeof keysState>;

/** Keys of the organisation. The server keeps and hands on what was signed; it signs nothing and holds no key. */
export const keysRequests = {
  'keys:look': { payload: nothing, reply: keysState },
  /** Entries after the first `after`; for every console, which checks that they lead to the head. */
  'keys:log': {
    payload: z.object({ after: z.int().check(z.nonnegative()) }),
    reply: z.object({ entries: z.array(logEntry), log: logHead }),
  },
  /** My device asks to be certified. */
  'keys:enrol': { payload: z.object({ request: enrolmentLine }), reply: nothing },
  /** Notes the public key of a root. Nothing rests on it before it is in use. */
  'keys:root': { payload: z.object({ publicKey }), reply: nothing },
  /** From now on visitors and consoles are told of this root, or no longer. The first one ends the demonstration's keys. */
  'keys:use-root': { payload: z.object({ publicKey, inUse: z.boolean() }), reply: nothing },
  'keys:issuer': { payload: z.object({ certificate }), reply: nothing },
  /** Certificates of devices; asked again for the rest where there are more. */
  'keys:certify': {
    payload: z.object({ certificates: z.array(certificate).check(z.maxLength(CERTIFICATES_PER_PACKET)) }),
    reply: nothing,
  },
  'keys:revoke': { payload: z.object({ list: revocationList, reason: withdrawalReason }), reply: nothing },
} as const;

export const keysPushes = {
  /** The newest list of every signer; when a seat is taken and whenever one changes. */
  revocations: revocationsPush,
  /** Something about keys is other than before: look again. */
  'keys:changed': nothing,
} as const;
