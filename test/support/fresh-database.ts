import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { startPostgres } from './postgres-server';
import { MODELS, SHARED_POSTGRES } from './shared-places';

export type FreshDatabase = { readonly url: string; stop(): Promise<void> };

/** An empty database, on the PostgreSQL of the test run; on one of its own outside of tests. */
export const freshDatabase = (): Promise<FreshDatabase> => databaseFrom('template1');

/** The same after a first start has made its schema: a copy takes half the time. */
export const freshRecords = (): Promise<FreshDatabase> =>
  databaseFrom(process.env[MODELS.database] ?? 'template1');

async function databaseFrom(model: string): Promise<FreshDatabase> {
  const shared = process.env[SHARED_POSTGRES];
  if (shared === undefined) return startPostgres();
  const name = `haven_${randomBytes(8).toString('hex')}`;
  // The log of a clone is cheaper here than the checkpoint that a copy of files needs.
  await command(shared, `create database ${name} template ${model} strategy wal_log`);
  const url = new URL(shared);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    stop: () => command(shared, `drop database if exists ${name} with (force)`),
  };
}

async function command(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
