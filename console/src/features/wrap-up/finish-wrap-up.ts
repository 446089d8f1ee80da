import type { StaffChat } from '@haven/shared/protocol/chat';
import { minutes } from '@haven/shared/units';
import type { Stores } from '../../state/stores';
import type { DeskActions } from '../../transport/desk-actions';
import { noticeOf } from '../../transport/notice-of';
import { formOf } from './wrap-up-draft';

type Tools = { readonly stores: Stores; readonly actions: DeskActions };

/**
 * Sends the form, or asks for what is missing in it. The pause comes first: between the two, nothing can ring.
 * False: the wrap-up goes on.
 */
export const finishWrapUp = async ({ stores, actions }: Tools, chat: StaffChat): Promise<boolean> => {
  const { draft } = stores.wrapUps.read(chat);
  const form = formOf(draft);
  if (form === null) {
    stores.wrapUps.patch(chat, { asked: true });
    return false;
  }
  if (draft.pause > 0) {
    if (!(await actions.setPresence('pause'))) return false;
    stores.pause.begin(stores.clock.now() + minutes(draft.pause));
  }
  if (draft.debrief) {
    const asked = await actions.ask('debrief:ask', {});
    if (!asked.ok) stores.notices.say('problem', noticeOf(asked.error));
  }
  return actions.finishWrapUp(chat.chat, form);
};
