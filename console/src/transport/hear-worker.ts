import type { FromStaffWorker } from '@haven/shared/endpoint/staff-worker';
import type { ChatId } from '@haven/shared/ids';
import type { WorkerFailure } from '../features/sign-in/sign-in-store';
import type { ChatKeeper } from './chat-keeper';
import type { Told } from './crypto-worker-port';
import type { SeatContext } from './seat-context';

/** What the worker asks of the page, and what it lets the page show. */
export const hearWorker = (
  context: SeatContext,
  keeper: ChatKeeper,
  message: Told,
  onFailure: (failure: WorkerFailure) => void,
): void => {
  const { stores, worker, relay } = context;
  const { conversations, drafts, notices } = stores;
  switch (message.type) {
    case 'device':
    case 'ready':
      return;
    case 'relay':
      if (message.event === 'colleague:send') sendToColleague(context, message);
      else
        void relay()
          .submit(message.payload.frame)
          .then((error) => worker.post({ type: 'relay-outcome', token: message.token, error }));
      return;
    case 'colleague':
      context.stores.colleagues.view(message.view);
      return;
    case 'colleague-refused':
      context.stores.colleagues.gaveBack(message.to, message.text);
      return;
    case 'link-wanted':
      void relay().request('link:request', { chat: message.chat });
      return;
    case 'items':
      conversations.items(message.chat, message.items);
      return;
    case 'state':
      conversations.state(message.state);
      if (message.state.closed === 'left') void leave(context, keeper, message.state.chat);
      return;
    case 'refused': {
      const { what, text } = message.refusal;
      if (what === 'text' && drafts.read(message.chat) === '') drafts.write(message.chat, text);
      notices.say('problem', 'composer.refused');
      return;
    }
    case 'failed':
      onFailure(message.reason);
      return;
  }
};

type ToColleague = Extract<FromStaffWorker, { type: 'relay'; event: 'colleague:send' }>;

const sendToColleague = ({ worker, relay }: SeatContext, { token, payload }: ToColleague): void => {
  void relay()
    .request('colleague:send', payload)
    .then((reply) => worker.post({ type: 'relay-outcome', token, error: reply.ok ? null : reply.error }));
};

/** The link of a chat that I joined is closed: by my own word, the visitor's or the counsellor's. */
const leave = async ({ relay }: SeatContext, keeper: ChatKeeper, chat: ChatId): Promise<void> => {
  await relay().request('consult:end', { chat });
  // Whatever the server says: without a link there is nothing here to be in.
  keeper.gone(chat, 'consult-over');
};
