import { sql } from 'drizzle-orm';
import type { Db } from '../records/database';
import { type End, FORMAT, type Head, type Row, type TableLine } from './format';
import { identifiers, type Table, tablesOf } from './tables';

const AT_ONCE = 500;

/** Writes all records as they are at one moment, line by line. */
export function dump(db: Db, write: (line: string) => Promise<void>): Promise<void> {
  const say = (value: Head | TableLine | Row | End) => write(`${JSON.stringify(value)}\n`);
  return db.transaction(
    async (transaction) => {
      // Whoever takes it may be slow.
      await transaction.execute(sql`set local idle_in_transaction_session_timeout = 0`);
      const { rows: steps } = await transaction.execute<Head['steps'][number]>(
        sql`select name, hash from schema_steps order by step`,
      );
      await say({ haven: 'records', format: FORMAT, steps: steps.map(({ name, hash }) => ({ name, hash })) });
      let count = 0;
      for (const table of await tablesOf(transaction)) {
        await say({ table: table.name, columns: [...table.columns] });
        count += await dumpTable(transaction, table, say);
      }
      await say({ rows: count });
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

async function dumpTable(
  db: Db,
  { name, columns }: Table,
  say: (row: Row) => Promise<void>,
): Promise<number> {
  const asText = columns.map((column) => sql`${sql.identifier(column)}::text`);
  const fields = sql`json_build_array(${sql.join(asText, sql`, `)})`;
  await db.execute(
    sql`declare backup cursor for select ${fields}::text as fields from ${sql.identifier(name)} order by ${identifiers(columns.slice(0, 1))}`,
  );
  let count = 0;
  for (;;) {
    const { rows } = await db.execute<{ fields: string }>(
      sql`fetch forward ${sql.raw(String(AT_ONCE))} from backup`,
    );
    for (const { fields: text } of rows) await say(JSON.parse(text) as Row);
    count += rows.length;
    if (rows.length < AT_ONCE) break;
  }
  await db.execute(sql`close backup`);
  return count;
}
