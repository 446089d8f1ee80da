import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { freshDatabase } from '../support/fresh-database';
import { recordsAt } from '../support/records';
import { until } from '../support/until';

const closing = createClosing();
afterEach(closing.close);

describe('Nodes on one PostgreSQL', () => {
  test('make the schema once, however many start at the same moment', async () => {
    const { url } = closing.add(await freshDatabase());
    const nodes = await Promise.all(Array.from({ length: 4 }, () => recordsAt(url)));
    for (const node of nodes) closing.add(node);
    const { rows } = await nodes[0]!.db.execute<{ steps: number }>(
      sql`select count(*)::int as steps from schema_steps`,
    );
    expect(rows[0]?.steps).toBeGreaterThan(1);
  });

  test('tell each other of a change; also after the connections of all were cut', async () => {
    const { url } = closing.add(await freshDatabase());
    const [one, two] = [closing.add(await recordsAt(url)), closing.add(await recordsAt(url))];
    let told = 0;
    two.onChange('organisation', () => {
      told += 1;
    });
    await one.changed('organisation');
    await until('the other node knows', () => told === 1);
    const administrator = new Client({ connectionString: url });
    await administrator.connect();
    await administrator.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await administrator.end();
    await until('the first node writes again', () => one.changed('organisation').then(() => true));
    await until('the other node knows again', () => told >= 2);
    expect((await two.db.execute(sql`select 1 from record_changes`)).rows).toHaveLength(1);
  });
});
