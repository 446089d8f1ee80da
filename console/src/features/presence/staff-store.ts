import type { StaffId } from '@haven/shared/ids';
import type { StaffPresence } from '@haven/shared/protocol/presence';
import { createStore } from 'zustand/vanilla';
import {
  emptyVersioned,
  forgetVersions,
  mergeDelta,
  mergeWhole,
  type VersionedMap,
} from '../../state/versioned';

export type StaffState = {
  readonly selfId: StaffId | null;
  readonly known: VersionedMap<StaffId, StaffPresence>;
};

const keyOf = (staff: StaffPresence): StaffId => staff.staffId;

export const createStaffStore = () => {
  const store = createStore<StaffState>(() => ({ selfId: null, known: emptyVersioned() }));
  return {
    store,
    forgetVersions: () => store.setState(({ known }) => ({ known: forgetVersions(known) })),
    whole: (self: StaffPresence, staff: readonly StaffPresence[]) =>
      store.setState(({ known }) => ({
        selfId: self.staffId,
        known: mergeWhole(known, [self, ...staff.filter(({ staffId }) => staffId !== self.staffId)], keyOf),
      })),
    changed: (upsert: readonly StaffPresence[]) =>
      store.setState(({ known }) => ({ known: mergeDelta(known, { upsert }, keyOf) })),
  };
};

export const selfOf = ({ selfId, known }: StaffState): StaffPresence | null =>
  selfId === null ? null : (known.items.get(selfId) ?? null);
