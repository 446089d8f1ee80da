import * as z from 'zod/mini';
import { staffId } from '../ids';

/** What is done about the organisation and between its staff, never about a visitor. */
export const AUDIT_ACTS = [
  // The records as a whole.
  'organisation-begun',
  'backup-made',
  'backup-restored',
  // What the organisation says of itself.
  'organisation-renamed',
  'telephones-changed',
  'opening-times-changed',
  'exit-page-changed',
  'region-added',
  'region-changed',
  'region-retired',
  'region-brought-back',
  'desk-added',
  'desk-changed',
  'desk-retired',
  'desk-brought-back',
  // Somebody's access.
  'invited',
  'invitation-used',
  'passkey-added',
  'passkey-removed',
  'account-connected',
  'created-by-group',
  'role-by-group',
  'changed',
  'activated',
  'deactivated',
  'signed-out-everywhere',
  'recovery-asked',
  'recovery-cancelled',
  'recovered',
  'session-replayed',
  // The desks.
  'overflow-set',
  'hours-set',
  'thresholds-set',
  'display-made',
  'display-ended',
  'overflow-opened',
  'overflow-closed',
  'intake-paused',
  'intake-resumed',
  'chats-moved',
  'chats-taken-off',
  'visitor-blocked',
  'block-lifted',
  'colleague-joined',
  'replies-written',
  'reply-removed',
  // The roster.
  'roster-arranged',
  'roster-published',
  'swap-approved',
  'swap-rejected',
  'team-calendar-made',
  'team-calendar-revoked',
  // The keys.
  'root-noted',
  'root-put-to-use',
  'root-ended',
  'issuer-certified',
  'devices-certified',
  'certificates-withdrawn',
] as const;
export const auditAct = z.enum(AUDIT_ACTS);
export type AuditAct = z.infer<typeof auditAct>;

/** 64 hexadecimal digits. */
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

export const auditEntry = z.object({
  /** 1 is the first. */
  number: z.int(),
  at: z.number(),
  /** Null: whoever had the server itself. */
  by: z.nullable(staffId),
  act: auditAct,
  /** A name of a desk, a person, a file …: what it was done to. */
  about: z.string(),
  /** In the words of who did it; empty where none is asked for. */
  reason: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** The last entry and its hash, which depends on every entry before: whoever noted it can tell what was cut off later. */
export const auditHead = z.object({ number: z.int(), hash });
export type AuditHead = z.infer<typeof auditHead>;

export const AUDIT_PAGE = 50;

export const auditRequests = {
  /** The newest entries, or those older than `before`; of one person, of one act. */
  'audit:list': {
    payload: z.object({
      before: z.nullable(z.int()),
      by: z.nullable(staffId),
      act: z.nullable(auditAct),
    }),
    reply: z.object({
      entries: z.array(auditEntry),
      /** There are older ones. */
      more: z.boolean(),
      /** Null in a log without entries. */
      head: z.nullable(auditHead),
      /** Everybody who is named as having done something. */
      people: z.array(staffId),
    }),
  },
} as const;
