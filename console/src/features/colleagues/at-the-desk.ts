import type { StaffId } from '@haven/shared/ids';
import { may } from '@haven/shared/protocol/permissions';
import type { Presence, StaffPresence } from '@haven/shared/protocol/presence';
import { type ColleaguesState, unreadOf } from './colleagues-store';

export type ListedColleague = {
  readonly staffId: StaffId;
  readonly displayName: string;
  /** Null: no longer at the desk, but what was said is still here. */
  readonly presence: Presence | null;
};

/** Whom I can say something to, and what of whom I can still read: first who has said something, then by name. */
export const atTheDesk = (
  everybody: readonly StaffPresence[],
  me: StaffId | null,
  state: ColleaguesState,
  query: string,
): readonly ListedColleague[] => {
  const sought = query.trim().toLocaleLowerCase();
  const there = everybody.filter(
    ({ staffId, role, there: seated }) => seated && staffId !== me && may(role, 'colleague:send'),
  );
  const nameOf = new Map(everybody.map(({ staffId, displayName }) => [staffId, displayName]));
  const gone = [...state.views.values()]
    .filter(({ staffId, texts }) => texts.length > 0 && there.every((each) => each.staffId !== staffId))
    .map(({ staffId, displayName }) => ({
      staffId,
      displayName: displayName ?? nameOf.get(staffId) ?? staffId,
      presence: null,
    }));
  const rank = ({ staffId }: ListedColleague): number => {
    if (unreadOf(state, staffId) > 0) return 0;
    return (state.views.get(staffId)?.texts.length ?? 0) > 0 ? 1 : 2;
  };
  return [...there.map(({ staffId, displayName, presence }) => ({ staffId, displayName, presence })), ...gone]
    .filter(({ displayName }) => displayName.toLocaleLowerCase().includes(sought))
    .toSorted((a, b) => rank(a) - rank(b) || a.displayName.localeCompare(b.displayName));
};
