import { temporaryFolder } from './child';
import { freshDatabase } from './fresh-database';
import { startPostgres } from './postgres-server';
import { recordsAt } from './records';
import { MODELS, SHARED_POSTGRES } from './shared-places';

/**
 * One PostgreSQL for all tests of a run, started before the first of them, and what the tests copy instead of making it
 * each time.
 * @public Vitest calls it.
 */
export async function setup(): Promise<() => Promise<void>> {
  if (process.env[SHARED_POSTGRES] !== undefined) return async () => undefined;
  const postgres = await startPostgres();
  const models = temporaryFolder('models');
  process.env[SHARED_POSTGRES] = postgres.url;
  const model = await freshDatabase();
  await (await recordsAt(model.url)).stop();
  process.env[MODELS.database] = new URL(model.url).pathname.slice(1);
  process.env[MODELS.folder] = models.path;
  return async () => {
    await postgres.stop();
    models.remove();
  };
}
