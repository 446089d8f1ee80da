import type { CannedReply } from '@haven/shared/protocol/canned-replies';
import { createStore } from 'zustand/vanilla';

type Change = { readonly upsert: readonly CannedReply[]; readonly remove: readonly string[] };

/** The canned replies that this person may use or keep. */
export const createRepliesStore = () => {
  const store = createStore<{ readonly replies: readonly CannedReply[]; readonly changes: number }>(() => ({
    replies: [],
    changes: 0,
  }));
  return {
    store,
    whole: (replies: readonly CannedReply[]) => store.setState({ replies }),
    changed: ({ upsert, remove }: Change) =>
      store.setState(({ replies, changes }) => {
        const known = new Map(replies.map((reply) => [reply.id, reply]));
        // The answer to a change of one's own may come after the news of a later one.
        for (const reply of upsert)
          if (reply.version >= (known.get(reply.id)?.version ?? 0)) known.set(reply.id, reply);
        for (const id of remove) known.delete(id);
        return { replies: [...known.values()], changes: changes + 1 };
      }),
  };
};
