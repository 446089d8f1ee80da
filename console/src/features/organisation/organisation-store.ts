import type { OrganisationDescription } from '@haven/shared/protocol/organisation-description';
import { createStore } from 'zustand/vanilla';
import { changedParts, type Draft, draftOf, onto } from './draft';

type Known = {
  readonly description: OrganisationDescription;
  /** What this server's settings put in the place of the organisation's page of the quick exit. */
  readonly exitUrlOfServer: string | null;
};

type State = {
  /** As it was last told; null until it was asked for. */
  readonly known: Known | null;
  /** What is being written, and from what; null: nothing is. It outlives a visit to another page, not the tab. */
  readonly writing: { readonly base: OrganisationDescription; readonly draft: Draft } | null;
};

/** What the organisation says of itself, and what an administrator is about to make of it. */
export const createOrganisationStore = () => {
  const store = createStore<State>(() => ({ known: null, writing: null }));
  const present = () => {
    const { known, writing } = store.getState();
    return writing?.base ?? known?.description ?? null;
  };
  return {
    store,
    told: (known: Known) => store.setState({ known }),
    write: (change: (draft: Draft) => Draft) => {
      const base = present();
      if (base === null) return;
      const draft = change(store.getState().writing?.draft ?? draftOf(base));
      store.setState({ writing: changedParts(base, draft).length === 0 ? null : { base, draft } });
    },
    /** What holds takes the place of what was written. */
    drop: () => store.setState({ writing: null }),
    /** Goes on with what was written, on what a colleague has made of it meanwhile. */
    goOn: () =>
      store.setState(({ known, writing }) => {
        if (known === null || writing === null) return {};
        const draft = onto(writing.base, known.description, writing.draft);
        const base = known.description;
        return { writing: changedParts(base, draft).length === 0 ? null : { base, draft } };
      }),
    isWriting: (): boolean => store.getState().writing !== null,
  };
};
