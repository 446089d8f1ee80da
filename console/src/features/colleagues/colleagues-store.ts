import type { ColleagueView } from '@haven/shared/colleagues/worker-messages';
import type { StaffId } from '@haven/shared/ids';
import { createStore } from 'zustand/vanilla';

export type ColleaguesState = {
  readonly views: ReadonlyMap<StaffId, ColleagueView>;
  /** How many of a colleague's texts were in front of me. */
  readonly seen: ReadonlyMap<StaffId, number>;
  readonly drafts: ReadonlyMap<StaffId, string>;
  /** With whom a conversation is open beside the chats. */
  readonly open: StaffId | null;
};

const theirs = (view: ColleagueView | undefined): number =>
  view?.texts.filter(({ mine }) => !mine).length ?? 0;

export const unreadOf = ({ views, seen }: ColleaguesState, staffId: StaffId): number =>
  Math.max(0, theirs(views.get(staffId)) - (seen.get(staffId) ?? 0));

export const unreadOfAll = (state: ColleaguesState): number =>
  [...state.views.keys()].reduce((sum, staffId) => sum + unreadOf(state, staffId), 0);

/** What of the words with colleagues is on the screen; with this page it is gone. */
export const createColleaguesStore = () => {
  const store = createStore<ColleaguesState>(() => ({
    views: new Map(),
    seen: new Map(),
    drafts: new Map(),
    open: null,
  }));
  const write = (staffId: StaffId, text: string) =>
    store.setState(({ drafts }) => ({ drafts: new Map(drafts).set(staffId, text) }));
  return {
    store,
    view: (view: ColleagueView) =>
      store.setState(({ views, seen }) => ({
        views: new Map(views).set(view.staffId, view),
        // What is gone is not to be counted against what comes.
        seen: new Map(seen).set(view.staffId, Math.min(seen.get(view.staffId) ?? 0, theirs(view))),
      })),
    see: (staffId: StaffId) =>
      store.setState((state) =>
        unreadOf(state, staffId) === 0
          ? {}
          : { seen: new Map(state.seen).set(staffId, theirs(state.views.get(staffId))) },
      ),
    write,
    /** A text that nobody was there for is in the field again, before what was written since. */
    gaveBack: (staffId: StaffId, text: string) => {
      const draft = store.getState().drafts.get(staffId) ?? '';
      write(staffId, draft === '' ? text : `${text}\n${draft}`);
    },
    open: (open: StaffId | null) => store.setState({ open }),
  };
};
