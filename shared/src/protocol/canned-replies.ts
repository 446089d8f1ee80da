import * as z from 'zod/mini';
import { deskId } from '../ids';
import { LIMITS } from './limits';
import { language } from './organisation';

const nothing = z.strictObject({});

/** What is typed after `/`: letters, digits and hyphens, in lower case. */
const shortcut = z.string().check(
  z.maxLength(32),
  z.regex(/^[\p{L}\p{N}][\p{L}\p{N}-]*$/u),
  z.refine((text) => text === text.normalize('NFC').toLowerCase()),
);

const words = (most: number) =>
  z.string().check(
    z.maxLength(most),
    z.refine((text) => text !== '' && text === text.trim()),
  );

/** What a reply says, and how it is called. */
export const replyWording = z.object({
  shortcut,
  language,
  title: words(80),
  text: words(LIMITS.textCharacters),
});
export type ReplyWording = z.infer<typeof replyWording>;

/** Who finds it: whoever keeps it for herself, who answers chats of a desk, or everyone who answers chats. */
export const replyShelf = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('own') }),
  z.object({ kind: z.literal('desk'), desk: deskId }),
  z.object({ kind: z.literal('everyone') }),
]);
export type ReplyShelf = z.infer<typeof replyShelf>;

const sharedShelf = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('desk'), desk: deskId }),
  z.object({ kind: z.literal('everyone') }),
]);

const replyId = z.string().check(z.maxLength(64));

/** Text written beforehand. On a shelf, a shortcut stands at most once for each language. */
export const cannedReply = z.object({
  id: replyId,
  /** Rises with every change; a change names the version it was made from. */
  version: z.int(),
  shelf: replyShelf,
  // What the organisation's file once said is read as it is.
  ...z.object({ shortcut: z.string(), language, title: z.string(), text: z.string() }).shape,
});
export type CannedReply = z.infer<typeof cannedReply>;

/** A reply as it is to be; `id` null: a new one. */
export const replyChange = z.object({
  id: z.nullable(replyId),
  version: z.int(),
  wording: replyWording,
});
export type ReplyChange = z.infer<typeof replyChange>;

/**
 * Changes that are made together or not at all. Too many for one packet come one after the other on one connection:
 * `before` is how many came already, and nothing is done until one comes without `more`.
 */
const changes = {
  changes: z.array(replyChange).check(z.minLength(1), z.maxLength(LIMITS.repliesOnShelf)),
  before: z.int().check(z.nonnegative()),
  more: z.boolean(),
};
/** Those that were written; empty while there are more to come. */
const written = z.object({ replies: z.array(cannedReply) });
const one = { id: replyId, version: z.int() };

export const cannedRepliesRequests = {
  /** All that this person may use or keep. */
  'replies:list': { payload: nothing, reply: z.object({ replies: z.array(cannedReply) }) },
  'replies:write-own': { payload: z.object(changes), reply: written },
  'replies:remove-own': { payload: z.object(one), reply: nothing },
  'replies:write': { payload: z.object({ shelf: sharedShelf, ...changes }), reply: written },
  'replies:remove': { payload: z.object({ shelf: sharedShelf, ...one }), reply: nothing },
} as const;

export const cannedRepliesPushes = {
  /** What of `replies:list` is different now. */
  'replies:changed': z.object({ upsert: z.array(cannedReply), remove: z.array(replyId) }),
} as const;
