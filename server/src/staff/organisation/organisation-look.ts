import { err, ok } from '@haven/shared/result';
import { readDescription } from '../../records/organisation-description';
import type { StaffHandler } from '../connection';

export const organisationLook: StaffHandler<'organisation:look'> = async ({ records, directory }) => {
  const description = await readDescription(records.db);
  return description === null
    ? err('internal')
    : ok({ description, exitUrlOfServer: directory.exitUrlOfServer });
};
