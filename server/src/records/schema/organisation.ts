import type { DeskId, RegionId } from '@haven/shared/ids';
import type { Organisation } from '@haven/shared/protocol/organisation';
import { bigint, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

/** One row: who the organisation is. */
export const organisation = pgTable('organisation', {
  /** The name that certificates carry. */
  id: text().primaryKey(),
  name: text().notNull(),
  generalDesk: text('general_desk').$type<DeskId>().notNull(),
  telephones: jsonb().$type<Organisation['telephones']>().notNull(),
  openingTimes: jsonb('opening_times').$type<Organisation['openingTimes']>().notNull(),
  exitUrl: text('exit_url').notNull(),
  timeZone: text('time_zone').notNull(),
  /** SHA-256 of what the first start put here: a file that was changed afterwards is pointed out. */
  origin: text().notNull(),
  /** Rises with every change of what the organisation says of itself, its regions and desks included. */
  version: integer().notNull().default(1),
});

/** Null: it is in use. What is retired stays, because records and rosters name it. An instant in milliseconds. */
const retiredAt = () => bigint('retired_at', { mode: 'number' });

export const regions = pgTable('regions', {
  id: text().$type<RegionId>().primaryKey(),
  name: text().notNull(),
  position: integer().notNull(),
  retiredAt: retiredAt(),
});

export const desks = pgTable('desks', {
  id: text().$type<DeskId>().primaryKey(),
  name: jsonb().$type<Organisation['desks'][number]['name']>().notNull(),
  position: integer().notNull(),
  retiredAt: retiredAt(),
});

/** Which desk serves which regions. A region that is retired keeps its desk, and has it again when it is brought back. */
export const deskRegions = pgTable(
  'desk_regions',
  {
    deskId: text('desk_id')
      .$type<DeskId>()
      .notNull()
      .references(() => desks.id, { onDelete: 'cascade' }),
    regionId: text('region_id')
      .$type<RegionId>()
      .notNull()
      .references(() => regions.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.deskId, table.regionId] })],
);
