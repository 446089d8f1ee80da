import { chmodSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '@haven/shared/result';
import { lockFolder } from './folder-lock';

export type EmbeddedWorkerData = {
  /** The database's own folder. */
  readonly database: string;
  /** A file that is there when the database's folder was made wholly. */
  readonly whole: string;
  /** An empty database in one file: to make one takes ten times as long. */
  readonly newDatabase: string;
  readonly socket: string;
};

/** What the build makes for it. */
export type EmbeddedFiles = { readonly worker: string; readonly newDatabase: string };

export type Embedded = {
  /** Where its socket is, for a driver of PostgreSQL. */
  readonly socketFolder: string;
  readonly close: () => Promise<void>;
};

/** The name that PostgreSQL gives a socket. */
const SOCKET = '.s.PGSQL.5432';
/** What the system allows for the path of a socket, with room for the lock that is put aside. */
const LONGEST_PATH = 80;

type Place = {
  readonly dataDir: string;
  readonly files: EmbeddedFiles;
  readonly pid: number;
  /** The database is gone for good; nothing but a new start helps. */
  readonly onLost: (thrown: unknown) => void;
};

/** Starts the database in a thread of its own, on a folder that no other process has. */
export async function openEmbedded({
  dataDir,
  files,
  pid,
  onLost,
}: Place): Promise<Result<Embedded, string>> {
  // A socket whose folder has no slash in front would be taken for the name of a computer.
  const folder = resolve(dataDir, 'records');
  if (Buffer.byteLength(folder) > LONGEST_PATH) {
    return err(`DATA_DIR must be shorter than ${LONGEST_PATH - 8} characters for the records in it`);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const locked = await lockFolder(join(folder, 'lock'), pid);
  if (!locked.ok) {
    return err(
      `DATA_DIR is in use by process ${locked.error}, and records in a folder are for one process alone; give each its own folder, or all the same DATABASE_URL`,
    );
  }
  const unlock = locked.value;
  const socket = join(folder, SOCKET);
  const data: EmbeddedWorkerData = {
    database: join(folder, 'database'),
    whole: join(folder, 'whole'),
    newDatabase: files.newDatabase,
    socket,
  };
  const opened = await startWorker(files.worker, data, onLost);
  if (!opened.ok) {
    await unlock();
    return err(`DATA_DIR holds records that cannot be opened (${opened.error}), in ${folder}`);
  }
  chmodSync(socket, 0o600);
  return ok({
    socketFolder: folder,
    close: async () => {
      await opened.value();
      await unlock();
    },
  });
}

/** Gives the way to stop it. */
function startWorker(
  program: string,
  workerData: EmbeddedWorkerData,
  onLost: (thrown: unknown) => void,
): Promise<Result<() => Promise<void>, string>> {
  const worker = new Worker(program, { workerData });
  let isStopping = false;
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const stop = async () => {
    isStopping = true;
    // Otherwise the process could end before it has.
    worker.ref();
    worker.postMessage('close');
    await exited;
  };
  return new Promise((resolve) => {
    let isOpen = false;
    const fail = (thrown: unknown) => {
      if (isOpen && !isStopping) onLost(thrown);
      resolve(err(thrown instanceof Error ? thrown.message : String(thrown)));
    };
    worker.once('message', () => {
      isOpen = true;
      worker.unref();
      resolve(ok(stop));
    });
    worker.on('error', fail);
    worker.once('exit', () => fail(new Error('it ended')));
  });
}
