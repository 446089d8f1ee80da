import { err, ok } from '@haven/shared/result';
import { appendAudit } from '../../records/audit-log';
import { writeThresholds } from '../../records/board';
import { announceChange } from '../../records/changes';
import type { StaffHandler } from '../connection';

export const boardSetThresholds: StaffHandler<'board:set-thresholds'> = async (
  { directory, records, now },
  { profile },
  { desk, thresholds },
) => {
  const { desks } = directory.current().organisation;
  if (!desks.some(({ id }) => id === desk)) return err('unknown-desk');
  await records.db.transaction(async (transaction) => {
    await writeThresholds(transaction, desk, thresholds);
    const act = { at: now(), by: profile.staffId, act: 'thresholds-set', about: desk, reason: '' } as const;
    await appendAudit(transaction, act);
    await announceChange(transaction, 'board');
  });
  return ok({});
};
