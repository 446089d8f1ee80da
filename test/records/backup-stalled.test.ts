import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { serveBackups } from '@haven/server/backup/serve';
import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { freshFolder } from '../support/fresh-folder';
import { recordsIn } from '../support/records';
import { until } from '../support/until';

const closing = createClosing();
afterEach(closing.close);

test('a backup that nobody takes gives the embedded records back to everybody else', async () => {
  const { path, remove } = await freshFolder();
  closing.defer(remove);
  const { db } = closing.add(await recordsIn(path));
  await db.execute(sql`
    create table trial as select number, repeat('much', 1000) as text from generate_series(1, 2000) as number`);
  const faults: unknown[] = [];
  const socket = join(path, 'trial');
  await serveBackups(socket, { db, now: () => 0, onFault: (thrown) => faults.push(thrown), patience: 500 });
  const peer = connect(socket).pause();
  closing.defer(() => void peer.destroy());
  await once(peer, 'connect');
  peer.write('never.backup\n');
  await until('it broke off', () => faults.length === 1);
  await expect(db.execute(sql`select 1`)).resolves.toBeDefined();
});
