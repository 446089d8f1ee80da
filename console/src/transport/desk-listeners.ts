import type { ReplyOf, StaffRequests } from '@haven/shared/protocol/event-maps';
import type { DeskState } from '@haven/shared/protocol/staff-events';
import type { StaffListeners } from '@haven/shared/transport/staff-relay';
import type { ChatKeeper } from './chat-keeper';
import type { SeatContext } from './seat-context';

/** The whole of the desk, on entering and every twenty seconds. */
export const showState = ({ stores, worker }: SeatContext, keeper: ChatKeeper, state: DeskState): void => {
  const { clock, desk, queue, staff, offers, desks } = stores;
  desk.blind(false);
  desk.recordsAway(state.recordsAway);
  clock.set(state.now);
  staff.whole(state.self, state.staff);
  queue.whole(state.queue);
  offers.whole(state.offers);
  desks.whole(state.desks);
  keeper.whole(state.chats);
  worker.post({ type: 'shift', until: state.self.duty.until });
};

export const showEntered = (
  context: SeatContext,
  keeper: ChatKeeper,
  { state, organisation }: ReplyOf<StaffRequests, 'desk:enter'>,
): void => {
  context.stores.desk.entered(organisation);
  showState(context, keeper, state);
};

/** The connection came or went. What the server says after it came back is newer than all that is shown. */
export const showConnection = ({ stores, worker }: SeatContext, up: boolean): void => {
  const { chats, desk, queue, staff } = stores;
  worker.post({ type: 'connection', up });
  desk.connection(up ? 'up' : 'down');
  if (up) return;
  for (const store of [chats, queue, staff]) store.forgetVersions();
};

/** What each fact of the server does to what is shown. */
export const deskListeners = (
  context: SeatContext,
  keeper: ChatKeeper,
  on: Readonly<Record<'signedOut' | 'keysChanged' | 'debriefsChanged', () => void>>,
): StaffListeners => {
  const { stores, worker } = context;
  const { clock, consults, desks, notices, offers, queue, roster, staff, transfers } = stores;
  return {
    'queue:changed': queue.changed,
    'desk:changed': desks.changed,
    'standby:alert': (alert) => desks.alerted(alert, clock.now()),
    'staff:changed': ({ upsert }) => staff.changed(upsert),
    'chat:changed': keeper.update,
    'chat:gone': ({ chat, reason }) => keeper.gone(chat, reason),
    'offer:made': offers.made,
    'offer:withdrawn': ({ chat, reason }) => {
      const rang = offers.store.getState().offers.some(({ item }) => item.chat === chat);
      offers.withdrawn(chat);
      // Whoever lets an offer ring is set to away: that must not go unnoticed.
      if (reason === 'expired') notices.say('problem', 'presence.went-away');
      else if (rang && reason !== 'declined') notices.say('quiet', `offer.withdrawn.${reason}`);
    },
    'transfer:failed': ({ chat, reason }) => {
      const { name } = transfers.read(chat);
      transfers.patch(chat, { failure: { reason, name } });
    },
    'consult:over': ({ chat, reason }) => {
      const { name } = consults.read(chat);
      consults.patch(chat, { end: { reason, name } });
    },
    'debriefs:changed': on.debriefsChanged,
    'replies:changed': stores.replies.changed,
    'roster:changed': roster.changed,
    'organisation:changed': stores.desk.entered,
    'board:changed': stores.board.changed,
    // For links with colleagues; what is withdrawn of one's own shows in the log, and by being signed out.
    revocations: ({ lists }) => worker.post({ type: 'revocations', lists }),
    'colleague:frame': (frame) => worker.post({ type: 'colleague-frame', ...frame }),
    'keys:changed': on.keysChanged,
    'signed-out': on.signedOut,
  };
};
