import type { ChatRecord, StaffRecord } from '@haven/server/desk/records';
import type { StaffId } from '@haven/shared/ids';
import type { Instant } from '@haven/shared/units';
import type { People } from './people';
import { newRings } from './turns';
import { counsellorOf, type Promised, type View } from './view';
import type { Reach } from './reach';
import type { Waits } from './waits';

/** Whose work with this chat is done by this: wrapped up, handed over, or she had joined it. */
function doneBy(was: ChatRecord, chat: ChatRecord | null): readonly StaffId[] {
  const { wrapUp, consult, transfer } = was;
  const isLeft = consult !== null && consult.state !== 'ringing' && !chat?.consult;
  const isHandedOver = transfer !== null && chat && counsellorOf(chat) === transfer.to;
  return [
    ...(wrapUp && !chat?.wrapUp ? [wrapUp.staffId] : []),
    ...(isLeft ? [consult.to] : []),
    ...(isHandedOver ? [transfer.by] : []),
  ];
}

/** Since when everybody has been idle: since she became available, took a chat, or was done with one. */
function createIdle() {
  const since = new Map<StaffId, Instant>();
  return {
    since: since as ReadonlyMap<StaffId, Instant>,
    follow({ act: { command, result }, before, changed, staff, staffBefore, now }: View): void {
      for (const [staffId, { presence }] of staff) {
        const was = staffBefore.get(staffId)?.presence;
        if (presence === 'available' && was !== 'available') since.set(staffId, now);
      }
      if (result.ok && command.kind === 'claim') {
        const isOld = before.get(command.chat)?.members.some(({ staffId }) => staffId === command.staffId);
        if (isOld !== true) since.set(command.staffId, now);
      }
      for (const { was, is } of changed) if (was) for (const who of doneBy(was, is)) since.set(who, now);
    },
  };
}

/**
 * It rings at whoever has the fewest chats, of these at whoever has been idle longest: first those who speak the
 * language, last the standby.
 */
export function createLongestIdle({ waits }: Waits, { mayRing }: Reach, { capacityOf }: People): Promised {
  const idle = createIdle();

  const order = (one: StaffRecord, chat: ChatRecord, has: number, now: Instant): readonly number[] => [
    Number(one.duty.kind === 'standby'),
    Number(!one.languages.includes(chat.answers.language)),
    has,
    idle.since.get(one.staffId) ?? now,
  ];
  const isBefore = (one: readonly number[], other: readonly number[]) => {
    const place = one.findIndex((value, index) => value !== other[index]);
    return place >= 0 && (one[place] ?? 0) < (other[place] ?? 0);
  };

  return (view) => {
    const { staff, loads, rung, now, grace } = view;
    idle.follow(view);
    // Where deadlines are late, the desk need not know yet whom it may ring.
    if (grace > 0) return [];
    return newRings(view).flatMap(([chat, at]) => {
      const own = order(at, chat, (loads.get(at.staffId) ?? 1) - 1, now);
      const wouldBeFirst = (one: StaffRecord) => {
        const has = loads.get(one.staffId) ?? 0;
        // A round in which it still rang at others may last.
        const isPassed = waits.get(chat.chat)?.declined?.who.has(one.staffId);
        const isFree = isPassed !== true && !rung.has(one.staffId) && has < capacityOf(one.staffId);
        return isFree && isBefore(order(one, chat, has, now), own) && mayRing(chat, one, now, now - 1);
      };
      return [...staff.values()]
        .filter(wouldBeFirst)
        .map(({ staffId }) => `${staffId} was idle longer than ${at.staffId}, for ${chat.chat}`);
    });
  };
}
