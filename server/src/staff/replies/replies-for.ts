import type { StaffId } from '@haven/shared/ids';
import type { CannedReply } from '@haven/shared/protocol/canned-replies';
import type { StoredReply } from '../../records/canned-replies';

/** Her own and all that are shared: whoever helps out at a desk answers with the words of that desk. */
export const repliesFor = (replies: readonly StoredReply[], staffId: StaffId): CannedReply[] =>
  replies.flatMap(({ owner, ...reply }) => (owner === null || owner === staffId ? reply : []));
