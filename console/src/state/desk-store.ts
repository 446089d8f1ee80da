import type { StaffOrganisation } from '@haven/shared/protocol/retirement';
import { createStore } from 'zustand/vanilla';

export type Connection = 'opening' | 'up' | 'down';

/** What holds for the whole desk: the connection, the organisation. */
export type DeskFacts = {
  readonly connection: Connection;
  /** The server is there and could not say how the desk is: what is shown may be old. */
  readonly blind: boolean;
  /** What the organisation keeps cannot be reached by the server: pages may be old, and nothing can be changed. */
  readonly recordsAway: boolean;
  readonly organisation: StaffOrganisation | null;
};

/** What an empty queue means: nothing, before the desk was seen for the first time and while it cannot be. */
export type Sight = 'opening' | 'blind' | 'clear';
export const sightOf = ({ blind, organisation }: DeskFacts): Sight =>
  blind ? 'blind' : organisation === null ? 'opening' : 'clear';

export const createDeskStore = () => {
  const store = createStore<DeskFacts>(() => ({
    connection: 'opening',
    blind: false,
    recordsAway: false,
    organisation: null,
  }));
  return {
    store,
    connection: (connection: Connection) => store.setState({ connection }),
    blind: (blind: boolean) => store.setState({ blind }),
    recordsAway: (recordsAway: boolean) => store.setState({ recordsAway }),
    entered: (organisation: StaffOrganisation) => store.setState({ organisation }),
  };
};
