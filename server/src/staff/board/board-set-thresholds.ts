import { err, ok } from '@haven/shared/result';
import { writeThresholds } from '../../records/board';
import type { StaffHandler } from '../connection';

export const boardSetThresholds: StaffHandler<'board:set-thresholds'> = async (
  { directory, records },
  _connection,
  { desk, thresholds },
) => {
  const { desks } = directory.current().organisation;
  if (!desks.some(({ id }) => id === desk)) return err('unknown-desk');
  await writeThresholds(records.db, desk, thresholds);
  await records.changed('board');
  return ok({});
};
