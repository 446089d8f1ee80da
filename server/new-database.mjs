import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

const root = fileURLToPath(new URL('..', import.meta.url));
const { dependencies } = /** @type {{ dependencies: Record<string, string> }} */ (
  JSON.parse(readFileSync(`${root}server/package.json`, 'utf8'))
);
const version = dependencies['@electric-sql/pglite'];

/**
 * Lays down an empty database in one file, which the server unpacks at its first start. Making one takes seconds on
 * an idle machine, so it is kept for each version of the database.
 * @param {string} path
 */
export async function writeNewDatabase(path) {
  const kept = `${root}.cache/new-database/${version}.tar.gz`;
  if (!existsSync(kept)) {
    mkdirSync(`${root}.cache/new-database`, { recursive: true });
    const database = await PGlite.create();
    const file = await database.dumpDataDir('gzip');
    await database.close();
    const draft = `${kept}.${process.pid}`;
    writeFileSync(draft, new Uint8Array(await file.arrayBuffer()));
    renameSync(draft, kept);
  }
  copyFileSync(kept, path);
}
