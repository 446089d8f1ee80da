import type { Organisation } from '@haven/shared/protocol/organisation';
import { createStore } from 'zustand/vanilla';

export type Connection = 'opening' | 'up' | 'down';

/** What holds for the whole desk: the connection, the organisation. */
export type DeskFacts = {
  readonly connection: Connection;
  readonly organisation: Organisation | null;
};

export const createDeskStore = () => {
  const store = createStore<DeskFacts>(() => ({
    connection: 'opening',
    organisation: null,
  }));
  return {
    store,
    connection: (connection: Connection) => store.setState({ connection }),
    entered: (organisation: Organisation) => store.setState({ organisation }),
  };
};
