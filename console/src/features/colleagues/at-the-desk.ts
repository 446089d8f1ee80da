import type { StaffId } from '@haven/shared/ids';
import { may } from '@haven/shared/protocol/permissions';
import type { StaffPresence } from '@haven/shared/protocol/presence';
import { type ColleaguesState, unreadOf } from './colleagues-store';

/** Whom I can say something to: first who has said something, then by name. */
export const atTheDesk = (
  everybody: readonly StaffPresence[],
  me: StaffId | null,
  state: ColleaguesState,
  query: string,
): readonly StaffPresence[] => {
  const sought = query.trim().toLocaleLowerCase();
  const rank = ({ staffId }: StaffPresence): number => {
    if (unreadOf(state, staffId) > 0) return 0;
    return (state.views.get(staffId)?.texts.length ?? 0) > 0 ? 1 : 2;
  };
  return everybody
    .filter(({ staffId, role }) => staffId !== me && may(role, 'colleague:send'))
    .filter(({ displayName }) => displayName.toLocaleLowerCase().includes(sought))
    .toSorted((a, b) => rank(a) - rank(b) || a.displayName.localeCompare(b.displayName));
};
