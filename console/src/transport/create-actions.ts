import type { PayloadOf, ReplyOf, StaffRequests } from '@haven/shared/protocol/event-maps';
import type { StaffAsk } from '@haven/shared/transport/staff-relay';
import type { ChatKeeper } from './chat-keeper';
import type { DeskActions } from './desk-actions';
import { noticeOf } from './notice-of';
import type { SeatDeps } from './open-seat';
import type { SeatContext } from './seat-context';
import { showState } from './desk-listeners';

export const createActions = (
  context: SeatContext,
  keeper: ChatKeeper,
  {
    signOut,
    keys,
    proveDevice,
    lookAtKeys,
  }: Pick<SeatDeps, 'signOut' | 'keys' | 'proveDevice'> & Pick<DeskActions, 'lookAtKeys'>,
): DeskActions => {
  const { stores, worker, relay } = context;
  const { consults, notices, offers, staff, transfers, view } = stores;

  /** The answer; null after a refusal, of which the counsellor has then been told. */
  const ask = async <E extends StaffAsk>(
    event: E,
    payload: PayloadOf<StaffRequests, E>,
  ): Promise<ReplyOf<StaffRequests, E> | null> => {
    const result = await relay().request(event, payload);
    if (result.ok) return result.value;
    notices.say('problem', noticeOf(result.error));
    return null;
  };

  /** After a refusal, what is shown may be wrong. */
  const look = async () => {
    const result = await relay().request('desk:look', {});
    if (result.ok) showState(context, keeper, result.value);
  };

  type AboutChat =
    | 'link:request'
    | 'transfer:cancel'
    | 'safety:set'
    | 'chat:close'
    | 'transfer:ask'
    | 'consult:ask';
  const change = async <E extends AboutChat>(event: E, payload: PayloadOf<StaffRequests, E>) => {
    const chat = await ask(event, payload);
    if (chat !== null) keeper.update(chat);
    return chat !== null;
  };

  const setSelf = async <E extends 'presence:set' | 'capacity:set'>(
    event: E,
    payload: PayloadOf<StaffRequests, E>,
  ) => {
    const self = await ask(event, payload);
    if (self !== null) staff.changed([self]);
    return self !== null;
  };

  return {
    keyWork: keys.work,
    lookAtKeys,
    proveDevice,
    ask: (event, payload) => relay().request(event, payload),
    setPresence: (presence) => setSelf('presence:set', { presence }),
    setCapacity: (capacity) => setSelf('capacity:set', { capacity }),
    claim: async (id) => {
      // Answered: it rings no more, whatever comes of it.
      offers.withdrawn(id);
      const chat = await ask('chat:claim', { chat: id });
      if (chat === null) {
        await look();
        return false;
      }
      keeper.update(chat);
      view.open(id);
      return true;
    },
    decline: async (id) => {
      offers.withdrawn(id);
      const done = (await ask('offer:decline', { chat: id })) !== null;
      if (!done) await look();
      return done;
    },
    continueHere: (chat) => change('link:request', { chat }),
    sendToColleague: (to, text) => worker.post({ type: 'colleague-send', to, text }),
    sendToColleagueAgain: (to, id) => worker.post({ type: 'colleague-again', to, id }),
    send: (chat, text) => worker.post({ type: 'send', chat, text }),
    sendAgain: (chat, id) => worker.post({ type: 'send-again', chat, id }),
    typing: (chat, on) => worker.post({ type: 'typing', chat, on }),
    askTransfer: (chat, target, summary) => {
      // Before the question: a colleague may accept before its answer has come back.
      transfers.patch(chat, { summary, failure: null, askedFor: null });
      return change('transfer:ask', { chat, target });
    },
    withdrawTransfer: (chat) => change('transfer:cancel', { chat }),
    askConsult: (chat, colleague) => {
      consults.patch(chat, { end: null, askedFor: null });
      return change('consult:ask', { chat, staffId: colleague });
    },
    endConsult: async (chat) => {
      // Inside the encryption first: it does not depend on what the server makes of it.
      worker.post({ type: 'join-cancel', chat });
      consults.patch(chat, { askedFor: null });
      return (await ask('consult:end', { chat })) !== null;
    },
    // Once the worker has said so to the visitor's client, the server is told; see hear-worker.ts.
    leaveConsult: (chat) => worker.post({ type: 'leave', chat }),
    setSafety: (chat, level) => change('safety:set', { chat, level }),
    close: (chat) => change('chat:close', { chat }),
    finishWrapUp: async (chat, form) => {
      const done = (await ask('wrap-up:finish', { chat, form })) !== null;
      if (done) keeper.gone(chat, 'wrapped-up');
      return done;
    },
    signOut,
  };
};
