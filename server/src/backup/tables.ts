import { sql } from 'drizzle-orm';
import type { Db } from '../records/database';

export type Table = {
  readonly name: string;
  /** Those that hold something of their own; what the database computes is left out. */
  readonly columns: readonly string[];
};

/** What belongs to a database and not to what is in it; and sessions, or one that was ended would come back. */
const OWN = ['schema_steps', 'record_changes', 'sessions', 'displays'];

/** All tables that have records, each after those that it refers to. */
export async function tablesOf(db: Db): Promise<readonly Table[]> {
  const { rows: columns } = await db.execute<{ table: string; column: string }>(sql`
    select c.table_name as table, c.column_name as column
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
    order by c.table_name, c.ordinal_position`);
  const { rows: references } = await db.execute<{ from: string; to: string }>(sql`
    select f.relname as from, t.relname as to
    from pg_constraint c join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
    where c.contype = 'f' and c.conrelid <> c.confrelid`);
  const names = [...new Set(columns.map(({ table }) => table))].filter((name) => !OWN.includes(name));
  return inOrder(names, references).map((name) => ({
    name,
    columns: columns.filter(({ table }) => table === name).map(({ column }) => column),
  }));
}

type Reference = { readonly from: string; readonly to: string };

function inOrder(names: readonly string[], references: readonly Reference[]): readonly string[] {
  const ordered: string[] = [];
  let left = names;
  while (left.length > 0) {
    const ready = left.filter(
      (name) => !references.some(({ from, to }) => from === name && left.includes(to)),
    );
    if (ready.length === 0) throw new Error(`Tables refer to each other in a circle: ${left.join(', ')}`);
    ordered.push(...ready);
    left = left.filter((name) => !ready.includes(name));
  }
  return ordered;
}

/** A list of identifiers for a statement. */
export const identifiers = (names: readonly string[]) =>
  sql.join(
    names.map((name) => sql.identifier(name)),
    sql`, `,
  );
