import { firstOrganisation } from '@haven/server/organisation/organisation-file';
import { listAudit } from '@haven/server/records/audit-log';
import { seedOrganisation } from '@haven/server/records/organisation';
import { keepPasskey } from '@haven/server/records/passkeys';
import { staffOf } from '@haven/server/desk/testing/names';
import { afterEach, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { runCommand } from '../support/command';
import { freshRecords } from '../support/fresh-database';
import { recordsAt } from '../support/records';

const closing = createClosing();
afterEach(closing.close);

const NOON = Date.UTC(2026, 10, 23, 12);

test('A server without a terminal: its first administrator is invited by a command, until she can sign in', async () => {
  const { url } = closing.add(await freshRecords());
  const where = { DATABASE_URL: url, PUBLIC_URL: 'https://chat.example.org' };
  const { db } = closing.add(await recordsAt(url));
  expect(await runCommand(['invite'], where)).toMatchObject({
    code: 1,
    output: expect.stringContaining('Start the server once') as unknown,
  });

  await seedOrganisation(db, firstOrganisation(null), NOON);
  const invited = await runCommand(['invite'], where);
  expect(invited.output).toMatch(/^https:\/\/chat\.example\.org\/console\/invitation#[\w-]{20,}$/m);
  expect(invited.code).toBe(0);
  const { entries } = await listAudit(db, { before: null, by: null, act: 'invited' });
  expect(entries).toMatchObject([{ by: null, about: 'wilma' }]);

  await keepPasskey(db, {
    id: 'wilmas-telephone',
    staffId: staffOf('wilma'),
    name: 'Telephone',
    publicKey: new Uint8Array(32),
    counter: 0,
    transports: [],
    synchronised: true,
    createdAt: NOON,
    usedAt: null,
  });
  expect(await runCommand(['invite'], where)).toMatchObject({
    code: 1,
    output: expect.stringContaining('can sign in already') as unknown,
  });
});
