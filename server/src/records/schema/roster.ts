import type { RegionId, StaffId } from '@haven/shared/ids';
import type { Language } from '@haven/shared/protocol/organisation';
import type { ShiftKind } from '@haven/shared/protocol/roster';
import type { SwapState } from '@haven/shared/protocol/roster-swap';
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  serial,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

export const rosterTeams = pgTable('roster_teams', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  region: text('region').$type<RegionId>(),
  members: text('members').array().notNull().$type<StaffId[]>(),
});

export const rosterRotations = pgTable('roster_rotations', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  teams: text('teams').array().notNull(),
  anchor: date('anchor', { mode: 'string' }).notNull(),
});

export const rosterExceptions = pgTable('roster_exceptions', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  first: date('first', { mode: 'string' }).notNull(),
  last: date('last', { mode: 'string' }).notNull(),
});

export const rosterPatterns = pgTable('roster_patterns', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  weekdays: integer('weekdays').array().notNull(),
  from: text('from_time').notNull(),
  until: text('until_time').notNull(),
  /** Null: all regions. */
  regions: text('regions').array().$type<RegionId[]>(),
  general: boolean('general').notNull(),
  /** One of the two. */
  team: text('team'),
  rotation: text('rotation'),
  people: integer('people').notNull(),
  kind: text('kind').notNull().$type<ShiftKind>(),
  exception: text('exception'),
});

/**
 * The roster twice: as it was published, and as it is being planned. That nobody is booked twice at one time is a
 * constraint of its own (see its migration), which this language of tables has no word for.
 */
export const rosterShifts = pgTable(
  'roster_shifts',
  {
    state: text('state').notNull().$type<'draft' | 'published'>(),
    id: text('id').notNull(),
    staffId: text('staff_id').notNull().$type<StaffId>(),
    begins: timestamp('begins', { withTimezone: true, mode: 'date' }).notNull(),
    ends: timestamp('ends', { withTimezone: true, mode: 'date' }).notNull(),
    regions: text('regions').array().notNull().$type<RegionId[]>(),
    general: boolean('general').notNull(),
    kind: text('kind').notNull().$type<ShiftKind>(),
  },
  (table) => [
    primaryKey({ columns: [table.state, table.id] }),
    index('roster_shifts_begins').on(table.state, table.begins),
  ],
);

export const rosterPublications = pgTable('roster_publications', {
  version: serial('version').primaryKey(),
  publishedAt: timestamp('published_at', { withTimezone: true, mode: 'date' }).notNull(),
  publishedBy: text('published_by').$type<StaffId>(),
});

export const rosterSwaps = pgTable('roster_swaps', {
  id: text('id').primaryKey(),
  shift: text('shift').notNull(),
  inReturn: text('in_return'),
  from: text('asked_by').notNull().$type<StaffId>(),
  to: text('asked_of').notNull().$type<StaffId>(),
  state: text('state').notNull().$type<SwapState>(),
});

export const calendarFeeds = pgTable('calendar_feeds', {
  id: text('id').primaryKey(),
  /** SHA-256 of the secret in the address, which is kept nowhere. */
  tokenHash: text('token_hash').notNull().unique(),
  staffId: text('staff_id').notNull().$type<StaffId>(),
  /** Null: the person's own shifts. */
  team: text('team'),
  language: text('language').notNull().$type<Language>(),
  /** Null: before this was kept. */
  madeAt: bigint('made_at', { mode: 'number' }),
});
