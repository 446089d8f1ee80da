import { writeDescription } from '../../records/organisation-description';
import type { StaffHandler } from '../connection';
import { organisationLook } from './organisation-look';

export const organisationChange: StaffHandler<'organisation:change'> = async (edge, connection, change) => {
  const changer = { by: connection.profile.staffId, at: edge.now() };
  const written = await writeDescription(edge.records.db, changer, change);
  if (!written.ok) return written;
  // What is asked next may be about a desk that is new.
  await edge.directory.look();
  return organisationLook(edge, connection, {});
};
