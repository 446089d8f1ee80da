import type { ChatRecord } from '@haven/server/desk/records';
import type { People } from './people';
import { AWAITED, counsellorOf, isInQueue, isServed, MOMENT, type Promised, type View } from './view';

/**
 * Nobody stays with a counsellor who is gone, and nobody is taken from one who may come back: her chats go on after
 * ninety seconds, each with the colleague who has just accepted it, or at the front of its desk's queue.
 */
export function createLost({ goneSince }: People): Promised {
  /** Came back to the queue, or to the colleague, by this act. */
  function goesOn(was: ChatRecord, chat: ChatRecord, { act: { command }, now }: View): readonly string[] {
    const [who, next] = [counsellorOf(was), counsellorOf(chat)];
    const { transfer } = was;
    // The visitor may have chosen her before anybody knew.
    if (next && next !== who && goneSince(next) !== null && command.kind !== 'transfer-complete')
      return [`${was.chat} went on to ${next}, who is gone`];
    const heir = transfer?.state === 'accepted' ? transfer.to : null;
    const isByHand = command.kind === 'take-off' && command.chat === was.chat;
    if (who === null || !isInQueue(chat) || isByHand) return [];
    const since = goneSince(who);
    const faults: string[] = [];
    if (since === null || now - since < AWAITED) faults.push(`${was.chat} left ${who}, who may come back`);
    if (heir && goneSince(heir) === null) faults.push(`${was.chat} passed ${heir} by, who had accepted it`);
    return faults;
  }

  return (view) => {
    const { chats, changed, now, grace } = view;
    const faults: string[] = [];
    for (const [id, chat] of chats) {
      const who = isServed(chat) ? counsellorOf(chat) : null;
      const since = who && goneSince(who);
      if (since !== null && now - since > AWAITED + MOMENT + grace)
        faults.push(`${id} is with ${who ?? ''}, who is gone`);
    }
    for (const { was, is } of changed) if (was && is && isServed(was)) faults.push(...goesOn(was, is, view));
    return faults;
  };
}
