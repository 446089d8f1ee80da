import type { DeskHole } from '@haven/shared/protocol/board';
import { days, type Instant, type Milliseconds } from '@haven/shared/units';
import { lt } from 'drizzle-orm';
import type { Db } from './database';
import { holeAlerts } from './schema/board';

/** After its end nobody asks for a hole any more. */
const KEPT_AFTER: Milliseconds = days(2);

export async function readToldHoles(db: Db): Promise<readonly DeskHole[]> {
  const rows = await db.select().from(holeAlerts);
  return rows.map(({ desk, begins, ends }) => ({ desk, from: begins, until: ends }));
}

/** Noting it again changes nothing. */
export async function noteToldHole(db: Db, { desk, from, until }: DeskHole, now: Instant): Promise<void> {
  await db.delete(holeAlerts).where(lt(holeAlerts.ends, now - KEPT_AFTER));
  await db.insert(holeAlerts).values({ desk, begins: from, ends: until }).onConflictDoNothing();
}
