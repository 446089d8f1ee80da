import { err, ok, type Result } from '@haven/shared/result';
import { sql } from 'drizzle-orm';
import type { Db } from '../records/database';
import { type Migration, migrate } from '../records/migrate';
import { end, FORMAT, head, row, tableLine } from './format';
import { identifiers, tablesOf } from './tables';

const AT_ONCE = 200;

/**
 * Brings the records of a backup into a database that has none, all of them or nothing: first the schema that the
 * backup was made of, then the rows, then the steps to the schema of today.
 */
export async function restore(
  db: Db,
  lines: AsyncIterable<string>,
  migrations: readonly Migration[],
): Promise<Result<number, string>> {
  const reader = lines[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => {
    const line = await reader.next();
    return line.done === true ? undefined : parse(line.value);
  };
  const first = head.safeParse(await next());
  if (!first.success || first.data.format !== FORMAT) return err('it is no backup of Haven’s records');
  const { steps } = first.data;
  const strange = steps.find(({ hash }, at) => migrations[at]?.hash !== hash);
  if (strange !== undefined) return err(`it was made by a newer or another Haven (by its ${strange.name})`);
  try {
    const count = await db.transaction(async (transaction) => {
      await must(migrate(transaction, migrations.slice(0, steps.length)));
      if (await hasRecords(transaction))
        throw new Unfit('there are records already; restore into an empty database or folder');
      const restored = await insertAll(transaction, next);
      await continueSequences(transaction);
      await must(migrate(transaction, migrations));
      return restored;
    });
    return ok(count);
  } catch (error) {
    if (error instanceof Unfit) return err(error.message);
    throw error;
  }
}

/** Takes everything back; its message is for a person. */
class Unfit extends Error {}

async function must(step: Promise<Result<null, string>>): Promise<void> {
  const outcome = await step;
  if (!outcome.ok) throw new Unfit(`the records ${outcome.error}`);
}

async function hasRecords(db: Db): Promise<boolean> {
  for (const { name } of await tablesOf(db)) {
    const { rows } = await db.execute(sql`select 1 from ${sql.identifier(name)} limit 1`);
    if (rows.length > 0) return true;
  }
  return false;
}

async function insertAll(db: Db, next: () => Promise<unknown>): Promise<number> {
  const known = new Map((await tablesOf(db)).map(({ name, columns }) => [name, columns]));
  let into: { readonly table: string; readonly columns: readonly string[] } | null = null;
  let waiting: (readonly (string | null)[])[] = [];
  let count = 0;
  const flush = async () => {
    if (into !== null && waiting.length > 0) await insertRows(db, into, waiting);
    waiting = [];
  };
  for (let line = await next(); line !== undefined; line = await next()) {
    const values = row.safeParse(line);
    if (values.success) {
      if (into === null || values.data.length !== into.columns.length) break;
      waiting.push(values.data);
      count += 1;
      if (waiting.length >= AT_ONCE) await flush();
      continue;
    }
    await flush();
    const table = tableLine.safeParse(line);
    if (!table.success) {
      if (end.safeParse(line).data?.rows === count) return count;
      break;
    }
    const columns = known.get(table.data.table);
    if (columns === undefined || table.data.columns.some((column) => !columns.includes(column))) break;
    into = table.data;
  }
  throw new Unfit('it is damaged or not whole');
}

async function insertRows(
  db: Db,
  { table, columns }: { readonly table: string; readonly columns: readonly string[] },
  rows: readonly (readonly (string | null)[])[],
): Promise<void> {
  const values = rows.map(
    (fields) =>
      sql`(${sql.join(
        [...fields].map((field) => sql`${field}`),
        sql`, `,
      )})`,
  );
  await db.execute(
    sql`insert into ${sql.identifier(table)} (${identifiers(columns)}) overriding system value values ${sql.join(values, sql`, `)}`,
  );
}

/** What the database numbers by itself goes on after the highest number that was restored. */
async function continueSequences(db: Db): Promise<void> {
  for (const { name, columns } of await tablesOf(db)) {
    for (const column of columns) {
      const { rows } = await db.execute<{ sequence: string | null }>(
        sql`select pg_get_serial_sequence(${name}, ${column}) as sequence`,
      );
      const sequence = rows[0]?.sequence ?? null;
      if (sequence === null) continue;
      await db.execute(
        sql`select setval(${sequence}, max(${sql.identifier(column)})) from ${sql.identifier(name)}`,
      );
    }
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
