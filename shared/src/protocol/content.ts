import * as z from 'zod/mini';
import { staffId } from '../ids';
import { LIMITS } from './limits';

/**
 * What is inside a frame once opened: `kind u8 | acknowledged u32 | body`, the body being JSON in UTF-8.
 * `acknowledged` is the highest frame number of the peer up to which all were opened (0: none).
 */
export const CONTENT_HEADER_BYTES = 5;

/** Who wrote an item. A staff member's items keep their author when the visitor's client passes them on. */
export const author = z.union([z.literal('visitor'), staffId]);
export type Author = z.infer<typeof author>;

/** One message of the conversation; (author, number) names it, numbers of an author rise by one from 1. */
export const item = z.object({
  author,
  number: z.int().check(z.positive()),
  /** The author's clock when it was written; for showing only. */
  at: z.number(),
  text: z.string().check(z.minLength(1), z.maxLength(LIMITS.textCharacters)),
});
export type Item = z.infer<typeof item>;

const SHARE_CHOICES = ['nothing', 'summary', 'conversation'] as const;
export const shareChoice = z.enum(SHARE_CHOICES);
export type ShareChoice = z.infer<typeof shareChoice>;

/** What somebody who joins may see of what was said before. */
const joinChoice = z.enum(['nothing', 'conversation']);
export type JoinChoice = z.infer<typeof joinChoice>;

const person = z.object({
  staffId,
  displayName: z.string().check(z.maxLength(80)),
  role: z.enum(['counsellor', 'supervisor']),
});

/** Kinds of content with their number on the wire. */
export const contents = {
  /** The visitor's first frame of a link, and the staff device's answer; nothing else passes before both. */
  confirm: { kind: 1, body: z.strictObject({}) },
  text: { kind: 2, body: item },
  typing: { kind: 3, body: z.object({ on: z.boolean() }) },
  /** Carries nothing but the acknowledgement in its header. */
  received: { kind: 4, body: z.strictObject({}) },
  /**
   * First after `confirm`, from both sides: up to which number the sender holds each author's items.
   * The other side sends what is missing as `history`, so a reload on either side costs nothing.
   */
  held: { kind: 5, body: z.object({ upTo: z.record(z.string(), z.int().check(z.nonnegative())) }) },
  /**
   * Items in the order of the visitor's client, from the first one the receiver lacks to the end; those it has are
   * repeated so that the order is whole. They stand after `after` (null: at the very beginning). `last` closes the
   * answer to `held`.
   */
  history: {
    kind: 6,
    body: z.object({
      after: z.nullable(z.object({ author, number: z.int().check(z.positive()) })),
      items: z.array(item),
      last: z.boolean(),
    }),
  },
  /** From the staff device: asks to hand over. The summary, if any, is shown to the visitor first. */
  'transfer-ask': {
    kind: 7,
    body: z.object({
      staffId,
      displayName: z.string().check(z.maxLength(80)),
      deskName: z.string().check(z.maxLength(80)),
      summary: z.nullable(z.string().check(z.maxLength(LIMITS.summaryCharacters))),
    }),
  },
  /** The ask is withdrawn. */
  'transfer-cancel': { kind: 8, body: z.strictObject({}) },
  /** The visitor's choice; null: stays with the present counsellor. */
  'transfer-answer': { kind: 9, body: z.object({ choice: z.nullable(shareChoice) }) },
  /** From the visitor's client to the member who took over: the summary the visitor agreed to. */
  summary: {
    kind: 10,
    body: z.object({ author, text: z.string().check(z.maxLength(LIMITS.summaryCharacters)) }),
  },
  /** The last frame of a link in either direction; both sides then wipe it. */
  close: { kind: 11, body: z.object({ reason: z.enum(['ended', 'transferred', 'left']) }) },
  /**
   * From the visitor's client to a member who was not the first: what the visitor shares of what was said before.
   * `nothing` until the visitor has chosen.
   */
  shared: { kind: 12, body: z.object({ choice: shareChoice }) },
  /** From the staff device: asks whether this very person may join. */
  'join-ask': { kind: 13, body: person },
  /** The ask is withdrawn, or who joined is to leave. */
  'join-cancel': { kind: 14, body: z.strictObject({}) },
  /** The visitor's choice; null: nobody joins. */
  'join-answer': { kind: 15, body: z.object({ choice: z.nullable(joinChoice) }) },
  /** From the visitor's client: whom it is linked with, as their certificates name them; when that changes. */
  members: { kind: 16, body: z.object({ present: z.array(person).check(z.maxLength(4)) }) },
} as const;

export type ContentKind = keyof typeof contents;
export type Content = {
  [K in ContentKind]: { kind: K; body: z.infer<(typeof contents)[K]['body']> };
}[ContentKind];
