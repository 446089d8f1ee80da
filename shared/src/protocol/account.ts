import * as z from 'zod/mini';

const nothing = z.strictObject({});
const handle = z.string().check(z.maxLength(512));

/** Where a person's signing in comes from. */
const SIGN_IN_WAYS = ['demonstration', 'invitation', 'passkey', 'organisation'] as const;
const signInWay = z.enum(SIGN_IN_WAYS);
export type SignInWay = z.infer<typeof signInWay>;

export const PASSKEY_NAME_CHARACTERS = 60;
export const passkeyName = z.string().check(z.trim(), z.minLength(1), z.maxLength(PASSKEY_NAME_CHARACTERS));

const passkey = z.object({
  id: handle,
  name: z.string(),
  createdAt: z.number(),
  usedAt: z.nullable(z.number()),
  /** Kept by a service of its maker's, and so on several devices. */
  synchronised: z.boolean(),
});
export type Passkey = z.infer<typeof passkey>;

const session = z.object({
  id: handle,
  way: signInWay,
  startedAt: z.number(),
  seenAt: z.number(),
  /** The one that asks. */
  own: z.boolean(),
});

/** What everybody may know and change of her own signing in. Adding a passkey goes over HTTP. */
export const accountRequests = {
  'account:look': {
    payload: nothing,
    reply: z.object({
      passkeys: z.array(passkey),
      organisationAccount: z.boolean(),
      sessions: z.array(session),
      now: z.number(),
    }),
  },
  'account:end-session': { payload: z.object({ id: handle }), reply: nothing },
  /** Ends all sign-ins, this one too. */
  'account:sign-out-everywhere': { payload: nothing, reply: nothing },
  'passkey:rename': { payload: z.object({ id: handle, name: passkeyName }), reply: nothing },
  /** All but the last; asks for a sign-in of the last minutes. */
  'passkey:remove': { payload: z.object({ id: handle }), reply: nothing },
} as const;
