import { err } from '@haven/shared/result';
import { type Milliseconds, minutes } from '@haven/shared/units';
import { DONE, type Rule } from './decision';
import { intakeOf } from './intake';
import { newChat } from './new-chat';
import { PRIORITY } from './records';
import { widen } from './widen';

/**
 * More entries without proof of work in this time than people in need would make: from then on such entries queue
 * behind the others. A browser proves in a second or two while it waits, so this is hardly ever a person's place.
 */
export const FLOOD: { readonly window: Milliseconds; readonly entries: number } = {
  window: minutes(1),
  entries: 30,
};

/** A visitor joins the queue, unless nobody at all is on duty or no desk takes new chats. */
export const enter: Rule<'enter'> = (desk, command, now) => {
  const { chat, answers, proven } = command;
  if (desk.chat(chat) !== null) return DONE;
  if (desk.load().onDuty === 0) return err('turned-away');
  const flood = !proven && desk.unprovenLately() >= FLOOD.entries;
  const home = intakeOf(desk, answers.region, now);
  if (home === null) return err('turned-away');
  const entered = newChat(command, home, desk.arrival(), now);
  desk.putChat(widen(desk, flood ? { ...entered, priority: PRIORITY.flood } : entered, now));
  return DONE;
};
