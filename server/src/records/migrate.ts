import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '@haven/shared/result';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Db } from './database';

export type Migration = { readonly name: string; readonly statements: string; readonly hash: string };

const journal = z.object({ entries: z.array(z.object({ idx: z.int(), tag: z.string() })) });

/** All steps from nothing to the schema of this version, in order. */
export function readMigrations(folder: string): readonly Migration[] {
  const text = readFileSync(join(folder, 'meta/_journal.json'), 'utf8');
  const { entries } = journal.parse(JSON.parse(text));
  return entries.map(({ tag }) => {
    const statements = readFileSync(join(folder, `${tag}.sql`), 'utf8');
    return { name: tag, statements, hash: createHash('sha256').update(statements).digest('hex') };
  });
}

/** Any number that nobody else on this database uses for a lock. */
const LOCK = 4_863_211_904;

type Applied = { readonly name: string; readonly hash: string };

/**
 * Brings the schema to this version: forward only, all steps or none, one node at a time. Says in a line what is in
 * the way.
 */
export function migrate(db: Db, migrations: readonly Migration[]): Promise<Result<null, string>> {
  return db.transaction(async (transaction) => {
    // Another node may take its time.
    await transaction.execute(sql`set local statement_timeout = 0`);
    await transaction.execute(sql`set local lock_timeout = 0`);
    await transaction.execute(sql`select pg_advisory_xact_lock(${LOCK}::bigint)`);
    await transaction.execute(
      sql`create table if not exists schema_steps (step integer primary key, name text not null, hash text not null)`,
    );
    const { rows } = await transaction.execute<Applied>(
      sql`select name, hash from schema_steps order by step`,
    );
    const fault = inTheWay(rows, migrations);
    if (fault !== null) return err(fault);
    for (const [step, { name, statements, hash }] of migrations.entries()) {
      if (step < rows.length) continue;
      await transaction.execute(sql.raw(statements));
      await transaction.execute(
        sql`insert into schema_steps (step, name, hash) values (${step}, ${name}, ${hash})`,
      );
    }
    return ok(null);
  });
}

function inTheWay(applied: readonly Applied[], known: readonly Migration[]): string | null {
  const other = applied.find(({ hash }, step) => step < known.length && known[step]?.hash !== hash);
  if (other !== undefined) return `were made by another edition of Haven (they differ at ${other.name})`;
  if (applied.length <= known.length) return null;
  const theirs = applied.at(-1)?.name ?? '';
  return `belong to a newer Haven (theirs is ${theirs}, this one knows ${known.at(-1)?.name ?? 'none'}); start that one`;
}
