import type { SeatContext } from './seat-context';

/** Asked for, and not pushed: colleagues who are no supervisors are not to know of each other. */
const showDebriefs = async ({ stores, relay }: SeatContext): Promise<boolean> => {
  const answer = await relay().request('debrief:list', {});
  if (answer.ok) stores.debriefs.whole(answer.value.debriefs);
  return answer.ok;
};

/** Asked for again when they changed while the answer was on its way, for it may be older than the change. */
const showReplies = async (context: SeatContext): Promise<boolean> => {
  const { replies } = context.stores;
  const { changes } = replies.store.getState();
  const answer = await context.relay().request('replies:list', {});
  if (replies.store.getState().changes !== changes) return showReplies(context);
  if (answer.ok) replies.whole(answer.value.replies);
  return answer.ok;
};

const KEPT = { debriefs: showDebriefs, replies: showReplies } as const;
type Kept = keyof typeof KEPT;

export type ShowKept = {
  show(kept: Kept): void;
  /** Everything, as on entering. */
  all(): void;
  /** What was not answered, because the records could not be reached. */
  again(): void;
};

/** What is kept in the records and shown at the desk: asked for on entering, and until it was answered. */
export const createShowKept = (context: SeatContext): ShowKept => {
  const unanswered = new Set<Kept>();
  const show = async (kept: Kept): Promise<void> => {
    unanswered.add(kept);
    if (await KEPT[kept](context)) unanswered.delete(kept);
  };
  return {
    show: (kept) => void show(kept),
    all: () => {
      void show('debriefs');
      void show('replies');
    },
    again: () => {
      for (const kept of unanswered) void show(kept);
    },
  };
};
