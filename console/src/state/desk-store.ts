import type { StaffOrganisation } from '@haven/shared/protocol/retirement';
import { createStore } from 'zustand/vanilla';

export type Connection = 'opening' | 'up' | 'down';

/** What holds for the whole desk: the connection, the organisation. */
export type DeskFacts = {
  readonly connection: Connection;
  readonly organisation: StaffOrganisation | null;
};

export const createDeskStore = () => {
  const store = createStore<DeskFacts>(() => ({
    connection: 'opening',
    organisation: null,
  }));
  return {
    store,
    connection: (connection: Connection) => store.setState({ connection }),
    entered: (organisation: StaffOrganisation) => store.setState({ organisation }),
  };
};
