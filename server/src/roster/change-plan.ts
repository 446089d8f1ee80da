import type { Arranging } from '@haven/shared/protocol/roster-requests';
import { err, ok, type Result } from '@haven/shared/result';
import { isSame } from '@haven/shared/same';
import { announceChange } from '../records/changes';
import type { Db } from '../records/database';
import { arrange, lockNoun } from '../records/roster-plan';

/** `outdated`: somebody else has changed it, taken it away or made it since it was seen. */
export async function changePlan(tx: Db, { change, seen }: Arranging): Promise<Result<null, 'outdated'>> {
  if (!isSame(await lockNoun(tx, change), seen)) return err('outdated');
  await arrange(tx, change);
  await announceChange(tx, 'roster');
  return ok(null);
}
