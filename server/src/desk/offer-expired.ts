import { DONE, type Rule } from './decision';
import { sendAway } from './load';
import { backToWaiting } from './pass-on';

/** It rang long enough: the next one, and whoever let it ring is away. */
export const offerExpired: Rule<'offer-expired'> = (desk, { chat: id }, now) => {
  const chat = desk.chat(id);
  if (!chat?.ringing || now < chat.ringing.until) return DONE;
  backToWaiting(desk, chat, 'expired');
  sendAway(desk, chat.ringing.to, now);
  return DONE;
};
