import type { Debrief } from '@haven/shared/protocol/debrief';
import { createStore } from 'zustand/vanilla';

/** Who wants to talk about a chat, as far as this person is to know. */
export const createDebriefsStore = () => {
  const store = createStore<{ readonly debriefs: readonly Debrief[] }>(() => ({ debriefs: [] }));
  return { store, whole: (debriefs: readonly Debrief[]) => store.setState({ debriefs }) };
};
