import type { RegionId } from '@haven/shared/ids';
import type { Pattern, RosterPlan, Team } from '@haven/shared/protocol/roster-plan';
import type { Arrangement, Arranging } from '@haven/shared/protocol/roster-requests';
import { eq, sql } from 'drizzle-orm';
import type { Db } from './database';
import { rosterExceptions, rosterPatterns, rosterRotations, rosterTeams } from './schema/roster';

/** From what shifts are generated. The organisation gives its regions and its time zone. */
export async function readPlan(
  db: Db,
  { regions, timeZone }: { readonly regions: readonly RegionId[]; readonly timeZone: string },
): Promise<RosterPlan> {
  // One after the other: within a transaction there is one connection.
  const teams = await db.select().from(rosterTeams).orderBy(rosterTeams.id);
  const rotations = await db.select().from(rosterRotations).orderBy(rosterRotations.id);
  const patterns = await db.select().from(rosterPatterns).orderBy(rosterPatterns.id);
  const exceptions = await db.select().from(rosterExceptions).orderBy(rosterExceptions.first);
  return {
    timeZone,
    regions: [...regions],
    teams,
    rotations,
    patterns: patterns.map(patternOf),
    exceptions,
  };
}

export async function readTeam(db: Db, id: string): Promise<Team | null> {
  const [row] = await db.select().from(rosterTeams).where(eq(rosterTeams.id, id));
  return row ?? null;
}

/** What an arrangement is about, as it stands. Until the end of the transaction nobody else arranges one of its kind. */
export async function lockNoun(db: Db, change: Arrangement): Promise<Arranging['seen']> {
  const { noun, id } = nounOf(change);
  const table = TABLES[noun];
  await db.execute(sql`lock table ${table} in share row exclusive mode`);
  const [row] = await db.select().from(table).where(eq(table.id, id));
  if (row === undefined) return null;
  return 'weekdays' in row ? patternOf(row) : row;
}

const nounOf = (change: Arrangement): Pick<Extract<Arrangement, { kind: 'remove' }>, 'noun' | 'id'> => {
  switch (change.kind) {
    case 'team':
      return { noun: 'team', id: change.team.id };
    case 'rotation':
      return { noun: 'rotation', id: change.rotation.id };
    case 'pattern':
      return { noun: 'pattern', id: change.pattern.id };
    case 'exception':
      return { noun: 'exception', id: change.exception.id };
    case 'remove':
      return change;
  }
};

/** Adds, replaces or removes one noun of the plan. */
export async function arrange(db: Db, change: Arrangement): Promise<void> {
  switch (change.kind) {
    case 'team':
      await db
        .insert(rosterTeams)
        .values(change.team)
        .onConflictDoUpdate({ target: rosterTeams.id, set: change.team });
      break;
    case 'rotation':
      await db
        .insert(rosterRotations)
        .values(change.rotation)
        .onConflictDoUpdate({ target: rosterRotations.id, set: change.rotation });
      break;
    case 'pattern': {
      const row = rowOf(change.pattern);
      await db.insert(rosterPatterns).values(row).onConflictDoUpdate({ target: rosterPatterns.id, set: row });
      break;
    }
    case 'exception':
      await db
        .insert(rosterExceptions)
        .values(change.exception)
        .onConflictDoUpdate({ target: rosterExceptions.id, set: change.exception });
      break;
    case 'remove': {
      const table = TABLES[change.noun];
      await db.delete(table).where(eq(table.id, change.id));
      // Its own staffing goes with an exception, or it would hold on no day and be seen by nobody.
      if (change.noun === 'exception') {
        await db.delete(rosterPatterns).where(eq(rosterPatterns.exception, change.id));
      }
      break;
    }
    default:
      change satisfies never;
  }
}

export async function arrangePlan(db: Db, plan: RosterPlan): Promise<void> {
  for (const team of plan.teams) await arrange(db, { kind: 'team', team });
  for (const rotation of plan.rotations) await arrange(db, { kind: 'rotation', rotation });
  for (const exception of plan.exceptions) await arrange(db, { kind: 'exception', exception });
  for (const pattern of plan.patterns) await arrange(db, { kind: 'pattern', pattern });
}

const TABLES = {
  team: rosterTeams,
  rotation: rosterRotations,
  pattern: rosterPatterns,
  exception: rosterExceptions,
} as const;

type PatternRow = typeof rosterPatterns.$inferSelect;

const rowOf = ({ by, ...pattern }: Pattern): PatternRow => ({
  ...pattern,
  team: by.kind === 'team' ? by.team : null,
  rotation: by.kind === 'rotation' ? by.rotation : null,
});

const patternOf = ({ team, rotation, ...row }: PatternRow): Pattern => ({
  ...row,
  by: rotation === null ? { kind: 'team', team: team ?? '' } : { kind: 'rotation', rotation },
});
