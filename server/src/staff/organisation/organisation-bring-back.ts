import { bringBack } from '../../records/retirement';
import type { StaffHandler } from '../connection';

export const organisationBringBack: StaffHandler<'organisation:bring-back'> = async (
  edge,
  { profile },
  { place },
) => {
  const back = await bringBack(edge.records.db, { by: profile.staffId, at: edge.now() }, place);
  // What is asked next may be about it.
  if (back.ok && back.value.obstacle === null) await edge.directory.look();
  return back;
};
