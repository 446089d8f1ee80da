import type { StaffId } from '@haven/shared/ids';
import type { CannedReply, Organisation } from '@haven/shared/protocol/organisation';
import type { StaffProfile } from '../desk/records';

/** Who the organisation is and who works for it. */
export type Directory = {
  readonly organisation: Organisation;
  readonly staff: ReadonlyMap<StaffId, StaffProfile>;
  readonly cannedReplies: readonly CannedReply[];
};
