import { once } from 'node:events';
import { createReadStream, linkSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { end } from '../backup/format';
import { backupSocket, makeBackup } from '../backup/serve';
import { type Command, CommandRefusal, type Host } from './command';
import { withRecords } from './with-records';

/** Writes all records into a file that only this account can read; also while the server runs. */
export const backup: Command = async (args, host) => {
  const [name, ...more] = args;
  if (name === undefined || more.length > 0) throw new CommandRefusal('npm run backup -- FILE');
  const path = host.pathOf(name);
  const draft = `${path}.part`;
  const file = await create(draft);
  try {
    await write(host, basename(path), file);
    await file.sync();
    const rows = await rowsOf(draft);
    if (rows === null) throw new CommandRefusal('The backup broke off; nothing was written. Try again.');
    publish(draft, path);
    host.say(`${rows} records are in ${path}. Keep it as safe as the server itself.`);
  } finally {
    await file.close();
    rmSync(draft, { force: true });
  }
};

async function write(host: Host, name: string, file: FileHandle): Promise<void> {
  const { databaseUrl, dataDir } = host.settings;
  const server = databaseUrl === null ? await reach(backupSocket(dataDir)) : null;
  if (server !== null) {
    server.write(`${name}\n`);
    for await (const chunk of server) await file.write(chunk as Buffer);
    return;
  }
  await withRecords(host, ({ db }) =>
    makeBackup(db, { name, at: host.now() }, async (line) => {
      await file.write(line);
    }),
  );
}

/** The server that has the embedded records open; null when there is none. */
async function reach(path: string): Promise<Socket | null> {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return socket;
  } catch {
    return null;
  }
}

async function create(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (error) {
    throw new CommandRefusal(`${path} cannot be made (${(error as NodeJS.ErrnoException).code})`);
  }
}

function publish(draft: string, path: string): void {
  try {
    // Unlike a rename, a link does not replace what is there already.
    linkSync(draft, path);
  } catch (error) {
    throw new CommandRefusal(`${path} cannot be made (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** How many rows a whole backup says it has; null when it has no end. */
async function rowsOf(path: string): Promise<number | null> {
  let last = '';
  for await (const line of createInterface({ input: createReadStream(path) })) last = line;
  try {
    return end.safeParse(JSON.parse(last)).data?.rows ?? null;
  } catch {
    return null;
  }
}
