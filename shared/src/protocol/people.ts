import * as z from 'zod/mini';
import { isName } from '../crypto/certificate';
import { deskId, staffId } from '../ids';
import { language } from './organisation';
import { role } from './presence';

const nothing = z.strictObject({});
const aboutPerson = z.object({ staffId });

/** What is decided about somebody who works here. */
const position = z.object({
  /** As visitors and colleagues see it. */
  displayName: z.string().check(z.refine(isName)),
  role,
  desks: z.array(deskId).check(z.minLength(1), z.maxLength(100)),
  languages: z.array(language).check(z.minLength(1)),
});

const recovery = z.object({
  askedBy: staffId,
  /** Without a second person's word by then, it is as if nobody had asked. */
  until: z.number(),
});

/** Somebody who works here, for those who manage staff. */
export const person = z.object({
  staffId,
  ...position.shape,
  /** Empty for somebody who came to the records before her desks did. */
  desks: z.array(deskId),
  /** False: signs in no longer. */
  active: z.boolean(),
  passkeys: z.int(),
  /** The organisation's provider signs her in. */
  organisationAccount: z.boolean(),
  /** Until when a one-time link that nobody used yet is good. */
  invitedUntil: z.nullable(z.number()),
  recovery: z.nullable(recovery),
  /** How many sign-ins of hers hold now. */
  sessions: z.int(),
  /** When she last used one. */
  seenAt: z.nullable(z.number()),
});
export type Person = z.infer<typeof person>;

/** Shown once, to be passed on by another way than this server. */
const oneTimeLink = z.object({
  staffId,
  /** Path and fragment on this server. */
  path: z.string(),
  until: z.number(),
});
export type OneTimeLink = z.infer<typeof oneTimeLink>;

/** Managing staff. Everything but looking is written into the audit log. */
export const peopleRequests = {
  'people:list': { payload: nothing, reply: z.object({ people: z.array(person), now: z.number() }) },
  'people:invite': { payload: position, reply: oneTimeLink },
  /** A new link for somebody who has no way to sign in yet; the former one is worth nothing then. */
  'people:invite-again': { payload: aboutPerson, reply: oneTimeLink },
  /** Whose role, desks or languages change signs in again. */
  'people:change': { payload: z.object({ staffId, ...position.shape }), reply: nothing },
  'people:activate': { payload: aboutPerson, reply: nothing },
  'people:deactivate': { payload: aboutPerson, reply: nothing },
  /** Ends all sign-ins of somebody. */
  'people:sign-out': { payload: aboutPerson, reply: nothing },
  /** Somebody lost every way to sign in. */
  'recovery:ask': { payload: aboutPerson, reply: nothing },
  /** A second person agrees: passkeys and sign-ins of that person are gone, and this link makes a new passkey. */
  'recovery:confirm': { payload: aboutPerson, reply: oneTimeLink },
  'recovery:cancel': { payload: aboutPerson, reply: nothing },
} as const;
