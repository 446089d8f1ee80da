import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import type { EmbeddedWorkerData } from './embedded';

const { database, whole, newDatabase, socket } = workerData as EmbeddedWorkerData;

// A start that was broken off leaves half a database.
if (!existsSync(whole)) rmSync(database, { recursive: true, force: true });
const isNew = !existsSync(database);
const pglite = await PGlite.create(database, {
  extensions: { btree_gist },
  ...(isNew ? { loadDataDir: new Blob([readFileSync(newDatabase)]) } : {}),
});
if (isNew) writeFileSync(whole, '', { mode: 0o600 });

rmSync(socket, { force: true });
const server = new PGLiteSocketServer({ db: pglite, path: socket, maxConnections: 2 });
await server.start();

parentPort?.once('message', () => {
  void close();
});
parentPort?.postMessage('open');

async function close(): Promise<void> {
  await server.stop();
  await pglite.close();
  parentPort?.close();
}
