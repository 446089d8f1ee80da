import type { ChatId } from '@haven/shared/ids';
import type { StaffChat } from '@haven/shared/protocol/chat';
import type { Stores } from '../../state/stores';
import type { DeskActions } from '../../transport/desk-actions';
import { unreadCount } from '../chat/unread';
import { selfOf } from '../presence/staff-store';
import { firstClaimable } from '../queue/queue-order';
import { mayTransfer } from '../transfer/targets';
import type { FocusPlace } from '../../ui/focus-marks';
import type { ShortcutAction } from './shortcuts';

export type ShortcutTools = {
  readonly stores: Stores;
  readonly actions: DeskActions;
  /** False when that place is not on screen. */
  readonly focus: (place: FocusPlace) => boolean;
};

/** The chat `step` places further in the list, round and round; the first when none is open. */
export const chatAfter = (
  chats: readonly { readonly chat: ChatId }[],
  open: ChatId | null,
  step: 1 | -1,
): ChatId | null => {
  const at = chats.findIndex(({ chat }) => chat === open);
  if (at < 0) return chats[0]?.chat ?? null;
  return chats[(at + step + chats.length) % chats.length]?.chat ?? null;
};

const nextUnread = ({ chats, conversations, view }: Stores): ChatId | null => {
  const { ordered } = chats.store.getState();
  const { open } = view.store.getState();
  const at = ordered.findIndex(({ chat }) => chat === open);
  const round = [...ordered.slice(at + 1), ...ordered.slice(0, at + 1)];
  const found = round.find(({ chat }) => {
    const conversation = conversations.store.getState().chats.get(chat);
    return conversation !== undefined && unreadCount(conversation.items, conversation.seen) > 0;
  });
  return found?.chat ?? null;
};

const openChat = ({ chats, view }: Stores): StaffChat | undefined => {
  const { open } = view.store.getState();
  return open === null ? undefined : chats.store.getState().known.items.get(open);
};

export const runShortcut = (action: ShortcutAction, { stores, actions, focus }: ShortcutTools): void => {
  const { view, offers, queue, staff, chats, notices } = stores;
  const show = (chat: ChatId | null) => {
    if (chat !== null) view.open(chat);
  };
  const offer = offers.store.getState().offers[0];
  const current = openChat(stores);
  const reach = (place: FocusPlace, pane: 'list' | 'chat' | 'about') => {
    view.pane(pane);
    if (pane === 'about') view.aboutOut(true);
    // At once, so that what is typed next lands there; a part that is drawn only now takes it with the next frame.
    if (!focus(place)) requestAnimationFrame(() => focus(place));
  };
  switch (action) {
    case 'next-chat':
      return show(chatAfter(chats.store.getState().ordered, view.store.getState().open, 1));
    case 'previous-chat':
      return show(chatAfter(chats.store.getState().ordered, view.store.getState().open, -1));
    case 'next-unread':
      return show(nextUnread(stores));
    case 'accept':
      if (offer !== undefined) void actions.claim(offer.item.chat);
      return;
    case 'decline':
      if (offer !== undefined) void actions.decline(offer.item.chat);
      return;
    case 'claim': {
      const first = firstClaimable(queue.store.getState().ordered, selfOf(staff.store.getState()));
      if (first === undefined) notices.say('quiet', 'queue.nothing-to-claim');
      else void actions.claim(first.chat);
      return;
    }
    case 'focus-chats':
      return reach('chats', 'list');
    case 'focus-queue':
      return reach('queue', 'list');
    case 'focus-composer':
      return reach('composer', 'chat');
    case 'focus-notes':
      return reach('notes', 'about');
    case 'focus-canned':
      return reach('canned', 'about');
    case 'focus-safety':
      return reach('safety', 'about');
    case 'transfer':
      if (current !== undefined && mayTransfer(current))
        view.dialog({ kind: 'transfer', chat: current.chat });
      return;
    case 'close':
      if (current === undefined) return;
      if (current.phase === 'ended') void actions.finishWrapUp(current.chat);
      else view.dialog({ kind: 'close', chat: current.chat });
      return;
    case 'presence':
      return view.presenceMenu(true);
    case 'settings':
      return view.dialog({ kind: 'settings' });
    case 'sheet':
      return view.dialog({ kind: 'keys' });
  }
};
