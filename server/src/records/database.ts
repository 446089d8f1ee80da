import { seconds } from '@haven/shared/units';
import { drizzle, type NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import { Pool, type PoolConfig } from 'pg';

/** The records, or a transaction on them. */
export type Db = PgDatabase<NodePgQueryResultHKT>;

export type Database = { readonly db: Db; readonly pool: Pool };

const PATIENCE: PoolConfig = {
  application_name: 'haven',
  connectionTimeoutMillis: seconds(10),
  idleTimeoutMillis: seconds(60),
  keepAlive: true,
};

/** Nobody waits for ever: neither for a statement, nor for somebody else's transaction. */
const LIMITS: PoolConfig = {
  max: 8,
  statement_timeout: seconds(15),
  lock_timeout: seconds(10),
  idle_in_transaction_session_timeout: seconds(15),
};

/** A PostgreSQL server, by its address. */
export const atServer = (connectionString: string): PoolConfig => ({
  ...PATIENCE,
  ...LIMITS,
  connectionString,
});

/**
 * The embedded database, by the folder of its socket. It runs one statement after the other and knows one session
 * only: the steps of two connections would get mixed up.
 */
export const atSocket = (folder: string): PoolConfig => ({
  ...PATIENCE,
  max: 1,
  idleTimeoutMillis: 0,
  host: folder,
  user: 'postgres',
  database: 'postgres',
});

export function openDatabase(config: PoolConfig, onFault: (thrown: unknown) => void): Database {
  const pool = new Pool(config);
  // Of a connection that nobody uses at the moment; the pool makes a new one when it is needed.
  pool.on('error', onFault);
  return { db: drizzle(pool), pool };
}
