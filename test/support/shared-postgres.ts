import { startPostgres } from './postgres-server';

/** Says where the PostgreSQL of the whole run is. */
export const SHARED_POSTGRES = 'HAVEN_TEST_POSTGRES';

/**
 * One for all tests of a run, started before the first of them.
 * @public Vitest calls it.
 */
export async function setup(): Promise<() => Promise<void>> {
  if (process.env[SHARED_POSTGRES] !== undefined) return async () => undefined;
  const postgres = await startPostgres();
  process.env[SHARED_POSTGRES] = postgres.url;
  return postgres.stop;
}
