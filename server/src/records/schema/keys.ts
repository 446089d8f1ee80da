import { bigint, boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';

/** Everything that the organisation's issuers and roots signed, in the order in which it came. Never changed. */
export const keyLog = pgTable('key_log', {
  /** From 1, without gaps. */
  position: integer().primaryKey(),
  /** issuer, device or revocations. */
  kind: text().notNull(),
  /** base64url. */
  signed: text().notNull(),
  /** Of a list: why what is new on it was withdrawn. */
  reason: text(),
});

/** Public keys of roots. */
export const keyRoots = pgTable('key_roots', {
  publicKey: text('public_key').primaryKey(),
  inUse: boolean('in_use').notNull(),
  position: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
});

/** Devices that wait for an issuer. */
export const enrolmentRequests = pgTable('enrolment_requests', {
  device: text().primaryKey(),
  staffId: text('staff_id').notNull(),
  request: text().notNull(),
});
