import type { DeskId } from '@haven/shared/ids';
import type { DeskNow, StandbyAlert } from '@haven/shared/protocol/desk-now';
import { type Instant, minutes } from '@haven/shared/units';
import { createStore } from 'zustand/vanilla';

export type DesksState = {
  readonly known: ReadonlyMap<DeskId, DeskNow>;
  /** The latest alert of the standby, and when it came. */
  readonly alert: (StandbyAlert & { readonly at: Instant }) | null;
};

/** As long as another alert of the same desk would not come. */
const ALERT_STAYS = minutes(10);

export const createDesksStore = () => {
  const store = createStore<DesksState>(() => ({ known: new Map(), alert: null }));
  return {
    store,
    whole: (desks: readonly DeskNow[]) =>
      store.setState({ known: new Map(desks.map((desk) => [desk.desk, desk])) }),
    changed: (desk: DeskNow) =>
      store.setState(({ known }) =>
        (known.get(desk.desk)?.version ?? -1) > desk.version
          ? {}
          : { known: new Map(known).set(desk.desk, desk) },
      ),
    alerted: (alert: StandbyAlert, at: Instant) => store.setState({ alert: { ...alert, at } }),
    dismiss: () => store.setState({ alert: null }),
  };
};

/** The alert that is to be shown at this moment. */
export const alertAt = ({ alert }: DesksState, now: Instant): DesksState['alert'] =>
  alert !== null && now < alert.at + ALERT_STAYS ? alert : null;
