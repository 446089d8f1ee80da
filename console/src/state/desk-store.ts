import type { CannedReply, Organisation } from '@haven/shared/protocol/organisation';
import { createStore } from 'zustand/vanilla';

export type Connection = 'opening' | 'up' | 'down';

/** What holds for the whole desk: the connection, the organisation, its canned replies. */
export type DeskFacts = {
  readonly connection: Connection;
  readonly organisation: Organisation | null;
  readonly cannedReplies: readonly CannedReply[];
};

export const createDeskStore = () => {
  const store = createStore<DeskFacts>(() => ({
    connection: 'opening',
    organisation: null,
    cannedReplies: [],
  }));
  return {
    store,
    connection: (connection: Connection) => store.setState({ connection }),
    entered: (organisation: Organisation, cannedReplies: readonly CannedReply[]) =>
      store.setState({ organisation, cannedReplies }),
  };
};
