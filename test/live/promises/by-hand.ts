import type { Command } from '@haven/server/desk/commands';
import { type DeskPlan, deskOf } from '@haven/server/desk/plan';
import type { StaffRecord } from '@haven/server/desk/records';
import type { ChatId, DeskId } from '@haven/shared/ids';
import type { People } from './people';
import type { Shifts } from './shifts';
import { counsellorOf, isInQueue, isServed, RING, ringOf, type View } from './view';

/** What supervisors do holds: where nobody is to come in, whose chat is taken off, and who is blocked. */
export function createByHand(plan: DeskPlan, shifts: Shifts, people: People) {
  const paused = new Set<DeskId>();
  const blocked = new Set<ChatId>();

  const homeOf = ({ answers }: Command<'enter'>) =>
    [deskOf(plan, answers.region), plan.generalDesk].find((desk) => !paused.has(desk)) ?? null;

  /** Nobody is sent away while somebody is there for her. */
  function enters(command: Command<'enter'>, { act, staff, now, grace }: View): readonly string[] {
    const home = homeOf(command);
    if (act.result.ok) return home === null ? [`${command.chat} came in while nobody was to`] : [];
    const isHere = ({ staffId, presence }: StaffRecord) =>
      people.mayAnswer(staffId, now) && presence !== 'away' && shifts.isThere(staffId, now);
    const here = grace === 0 && home !== null && [...staff.values()].some(isHere);
    return here ? [`${command.chat} was turned away while somebody was there`] : [];
  }

  /** Of who is at her desk, nothing is taken; of who is not, it goes back to the queue. */
  function takesOff(
    { chat, staffId }: Command<'take-off'>,
    { act, chats, before, staff }: View,
  ): readonly string[] {
    // By this she neither goes nor comes.
    const one = staff.get(staffId);
    const isHere = one && people.goneSince(staffId) === null && ['available', 'busy'].includes(one.presence);
    if (act.result.ok) {
      const record = chats.get(chat);
      const faults = isHere ? [`${chat} was taken off ${staffId}, who is there`] : [];
      const isBack = record && isInQueue(record) && record.ringing?.to !== staffId;
      return isBack ? faults : [...faults, `${chat} was taken off, and is not in the queue`];
    }
    const was = before.get(chat);
    const isHers = was && isServed(was) && counsellorOf(was) === staffId;
    return isHers && !isHere ? [`${chat} could not be taken off ${staffId}`] : [];
  }

  /** It is offered by its new desk now, so it rings no longer as it did. */
  function moves({ chat, desk }: Command<'move-chat'>, { act, chats, before, now }: View): readonly string[] {
    const [was, is] = [before.get(chat), chats.get(chat)];
    if (!act.result.ok || !was?.ringing || !is?.ringing || was.desk === desk) return [];
    const isSame = is.ringing.to === was.ringing.to && is.ringing.until === was.ringing.until;
    return isSame && was.ringing.until !== now + RING
      ? [`${chat} was moved, and rings on at ${is.ringing.to}`]
      : [];
  }

  function look(view: View): readonly string[] {
    const { command, result } = view.act;
    const faults: string[] = [];
    if (command.kind === 'enter' && !view.before.has(command.chat)) faults.push(...enters(command, view));
    if (command.kind === 'move-chat') faults.push(...moves(command, view));
    if (command.kind === 'take-off') faults.push(...takesOff(command, view));
    if (result.ok) {
      if (command.kind === 'pause-intake') paused.add(command.desk);
      if (command.kind === 'resume-intake') paused.delete(command.desk);
      if (command.kind === 'block-chat') blocked.add(command.chat);
    }
    for (const id of blocked) {
      const chat = view.chats.get(id);
      if (chat === undefined) blocked.delete(id);
      else if (chat.phase !== 'ended' || ringOf(chat)) faults.push(`${id} is blocked, and goes on`);
    }
    return faults;
  }
  return { homeOf, look };
}
